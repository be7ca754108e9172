package org.xinbao.store;

import org.xinbao.bureau.QueuedReport;

/** A report of a loan to a bureau that is still to be sent. */
public record QueueEntry(String loanId, String bureau, QueuedReport report) {}
