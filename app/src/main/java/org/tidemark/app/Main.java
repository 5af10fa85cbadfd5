package org.tidemark.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The entry point.
@Command(name = "tidemark", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
public final class Main implements Runnable {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"tidemark " + (version == null ? "(development)" : version)};
        }
    }
}
