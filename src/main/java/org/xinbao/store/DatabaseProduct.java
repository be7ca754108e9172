package org.xinbao.store;

/** The databases that the migrations run on. */
public enum DatabaseProduct {
  /** Embedded, in files under the home. */
  HSQLDB,
  /** A server, for several machines. */
  POSTGRESQL
}
