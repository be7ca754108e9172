package org.xinbao.retention;

import org.xinbao.arrears.AdverseRecord;

/**
 * An adverse record with its clock.
 *
 * @param settledOn the day that started the clock, none while unpaid (epoch day)
 * @param retainUntil its last kept day, none while unpaid
 */
public record RetainedRecord(
    AdverseRecord record, int settledOn, int retainUntil, RecordState state) {}
