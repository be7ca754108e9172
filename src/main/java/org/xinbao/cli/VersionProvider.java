package org.xinbao.cli;

import org.xinbao.job.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"xinbao " + ProgramVersion.current()};
  }
}
