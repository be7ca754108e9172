-- The evidence chain: only ever appended to. Each entry's hash covers all its columns and the hash of the entry before.
CREATE TABLE evidence (
  entry_no BIGINT NOT NULL PRIMARY KEY,
  kind VARCHAR(30) NOT NULL,
  business_date DATE NOT NULL,
  recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_by VARCHAR(200) NOT NULL,
  body VARCHAR(1000000) NOT NULL,
  -- Of the content that may be deleted, if the entry has one; else empty.
  commitment VARCHAR(64) NOT NULL,
  previous_sha256 VARCHAR(64) NOT NULL,
  sha256 VARCHAR(64) NOT NULL
);

-- What an entry says about a single loan. Its deletion leaves the chain whole: the entry holds only a salted hash.
CREATE TABLE evidence_content (
  entry_no BIGINT NOT NULL PRIMARY KEY REFERENCES evidence (entry_no),
  loan_id VARCHAR(46) ${binary} NOT NULL,
  salt VARCHAR(64) NOT NULL,
  content VARCHAR(1000000) NOT NULL
);
CREATE INDEX evidence_content_by_loan ON evidence_content (loan_id);

-- Loans whose last adverse record is deleted and that are still known (rulings 38).
CREATE TABLE kept_identity (
  loan_id VARCHAR(46) ${binary} NOT NULL,
  run_id BIGINT NOT NULL,
  row_no BIGINT NOT NULL,
  removed BOOLEAN NOT NULL,
  keep_until DATE,
  PRIMARY KEY (loan_id, run_id)
);
CREATE UNIQUE INDEX kept_identity_by_run ON kept_identity (run_id, row_no);
