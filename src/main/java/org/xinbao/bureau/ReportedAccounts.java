package org.xinbao.bureau;

import java.io.IOException;

/** What this lender's own records say that the bureau was told of an account. For one thread. */
@FunctionalInterface
public interface ReportedAccounts {

  /** Nothing is known of any account. */
  ReportedAccounts NONE = account -> "";

  /**
   * The text of {@link org.xinbao.bureau.ReportRequest#reported} of an account.
   *
   * @param account AcctCode without the provider code
   * @return empty when nothing is known of it
   */
  String find(String account) throws IOException;
}
