package org.xinbao.ledger;

/**
 * A notice to a borrower before adverse reporting (不良信息报送告知, {@code notices.csv}).
 *
 * @param sentOn epoch day
 */
public record NoticeRow(String loanId, String channel, int sentOn) {}
