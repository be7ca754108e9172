package org.xinbao.ledger;

/**
 * Kinds of identity document as the contract names them; the last three are for organisations
 * (guarantors).
 */
public enum IdType {
  ID_CARD,
  PASSPORT,
  HK_MACAO_PERMIT,
  TAIWAN_PERMIT,
  MILITARY,
  FOREIGN_RESIDENT,
  OTHER,
  UNIFIED_CREDIT_CODE,
  ORGANISATION_CODE,
  ZHONGZHENG_CODE
}
