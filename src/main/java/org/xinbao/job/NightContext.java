package org.xinbao.job;

import java.util.List;
import java.util.Map;
import org.xinbao.bureau.AccountIds;
import org.xinbao.bureau.Bureau;
import org.xinbao.conf.ProductConf;

/**
 * What every loan of a night has in common.
 *
 * @param date the business date (epoch day)
 * @param version of that date, from 1
 * @param laterExport whether the export is of a later date: what it has of later days is not yet
 *     known (rulings 10)
 * @param takenAsKnown whether the bureaux know every loan of this first export already (rulings 6)
 * @param accountIds the ids under which accounts are reported
 */
record NightContext(
    int date,
    int version,
    Map<String, ProductConf> products,
    List<Bureau> bureaux,
    boolean laterExport,
    boolean takenAsKnown,
    AccountIds accountIds) {

  NightContext {
    products = Map.copyOf(products);
    bureaux = List.copyOf(bureaux);
  }

  /** Whether any bureau must be told of some account on the business date. */
  boolean isSettlementDay(Bureau bureau) {
    return bureau.isSettlementDay(date);
  }
}
