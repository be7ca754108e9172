package org.xinbao.store;

/** Whose home it is: one home belongs to one institution (rulings 40). */
public final class HomeIdentity {

  private final Database database;

  public HomeIdentity(Database database) {
    this.database = database;
  }

  /**
   * The institution of the home: the one that came first, which is the given one on a first run.
   * The caller refuses to work for another.
   *
   * @param institution its 14-character provider code
   */
  public String claim(String institution) {
    return database.inTransaction(
        () ->
            database
                .sql()
                .sql("SELECT institution FROM home WHERE home_id = 1")
                .query((row, number) -> row.getString("institution"))
                .optional()
                .orElseGet(() -> first(institution)));
  }

  private String first(String institution) {
    database
        .sql()
        .sql("INSERT INTO home (home_id, institution) VALUES (1, ?)")
        .param(institution)
        .update();
    return institution;
  }
}
