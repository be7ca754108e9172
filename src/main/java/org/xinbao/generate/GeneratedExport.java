package org.xinbao.generate;

import java.nio.file.Path;

/**
 * An export that was written.
 *
 * @param date its business date (epoch day)
 * @param loans rows of {@code loans.csv}
 * @param bytes size of all its files
 */
public record GeneratedExport(int date, Path folder, long loans, long bytes) {}
