-- What a run lists, in the order of its files.

CREATE TABLE held (
  run_id BIGINT NOT NULL,
  row_no BIGINT NOT NULL,
  loan_id VARCHAR(46) ${binary} NOT NULL,
  bureau VARCHAR(30) NOT NULL,
  code VARCHAR(60) NOT NULL,
  message VARCHAR(2000) NOT NULL,
  report_date DATE,
  since DATE,
  PRIMARY KEY (run_id, row_no)
);
CREATE INDEX held_by_loan ON held (loan_id);

CREATE TABLE rejected (
  run_id BIGINT NOT NULL,
  row_no BIGINT NOT NULL,
  file_name VARCHAR(100) NOT NULL,
  line_no BIGINT NOT NULL,
  loan_id VARCHAR(46) ${binary} NOT NULL,
  column_name VARCHAR(100) NOT NULL,
  code VARCHAR(60) NOT NULL,
  message VARCHAR(2000) NOT NULL,
  PRIMARY KEY (run_id, row_no)
);
CREATE INDEX rejected_by_loan ON rejected (loan_id);

-- Where the ledger's own figures differ from those by the product rules.
CREATE TABLE difference (
  run_id BIGINT NOT NULL,
  row_no BIGINT NOT NULL,
  loan_id VARCHAR(46) ${binary} NOT NULL,
  txn_id VARCHAR(200) NOT NULL,
  measure VARCHAR(60) NOT NULL,
  ledger_amount BIGINT NOT NULL,
  our_amount BIGINT NOT NULL,
  PRIMARY KEY (run_id, row_no)
);
CREATE INDEX difference_by_loan ON difference (loan_id);

-- The rules under which a product was published; a later row of a key replaces it and says why.
CREATE TABLE product_rule (
  product VARCHAR(100) ${binary} NOT NULL,
  rule_key VARCHAR(200) ${binary} NOT NULL,
  run_id BIGINT NOT NULL REFERENCES run (run_id),
  rule_value VARCHAR(4000) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  PRIMARY KEY (product, rule_key, run_id)
);

CREATE TABLE skipped_date (
  run_id BIGINT NOT NULL REFERENCES run (run_id),
  skipped_on DATE NOT NULL,
  without_month VARCHAR(7) NOT NULL,
  PRIMARY KEY (run_id, skipped_on)
);
