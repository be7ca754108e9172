-- Submission files that are to be handed over to the client of a bureau, planned by the run that wrote them.
CREATE TABLE hand_over (
  run_id BIGINT NOT NULL REFERENCES run (run_id),
  bureau VARCHAR(30) NOT NULL,
  file_name VARCHAR(300) NOT NULL,
  PRIMARY KEY (run_id, bureau, file_name)
);

-- A row is written as BEGUN before the command starts and gets its result after the command has ended: a row that is
-- still BEGUN says that nobody knows whether the file has arrived.
CREATE TABLE hand_over_attempt (
  run_id BIGINT NOT NULL REFERENCES run (run_id),
  bureau VARCHAR(30) NOT NULL,
  file_name VARCHAR(300) NOT NULL,
  attempt INTEGER NOT NULL,
  state VARCHAR(10) NOT NULL,
  begun_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP(6) WITH TIME ZONE,
  exit_code INTEGER,
  reason VARCHAR(300) NOT NULL,
  -- The tail of what the command said lies in the home; its path starts there. Empty when it said nothing.
  output_file VARCHAR(1000) NOT NULL,
  output_bytes BIGINT NOT NULL,
  PRIMARY KEY (run_id, bureau, file_name, attempt)
);
