package org.xinbao.conf;

import org.xinbao.arrears.ProductRules;
import org.xinbao.retention.RetentionRule;
import org.xinbao.treatment.TreatmentRules;

/** All rules of one product as {@code products.yaml} states them. */
public record ProductConf(ProductRules rules, RetentionRule retention, TreatmentRules treatment) {}
