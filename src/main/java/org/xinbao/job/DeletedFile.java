package org.xinbao.job;

/**
 * A file that retention deletes.
 *
 * @param store where it is: one of the names that {@link AuditVerify} knows
 * @param path within the store; of the archive the folder of a run
 * @param sha256 the hash that it was published with
 */
record DeletedFile(String store, String path, String sha256) {}
