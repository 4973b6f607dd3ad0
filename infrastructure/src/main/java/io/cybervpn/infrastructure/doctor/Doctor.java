package io.cybervpn.infrastructure.doctor;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The program behind {@code ./cybervpn doctor}: reads the configuration that the shop would have
 * and says what would hurt, a line for each finding. Starts nothing and changes nothing.
 */
final class Doctor {
    private static final int ENVIRONMENT_ORDINAL = 300;

    private Doctor() {}

    /**
     * Takes the environment, and a file of variables if one is named. Ends with 1 if something is
     * wrong.
     */
    public static void main(String[] args) throws IOException {
        Map<String, String> variables = new HashMap<>(System.getenv());
        if (args.length > 0) {
            variables.putAll(read(Path.of(args[0])));
        }
        System.exit(examine(settings(variables), System.out) ? 0 : 1);
    }

    /** Whether all is well; advice is no illness. */
    static boolean examine(Settings settings, PrintStream out) {
        List<Finding> findings = new ArrayList<>(SecretRules.check(settings));
        findings.addAll(ConnectionRules.check(settings));
        findings.addAll(Surroundings.check(settings, Clock.systemUTC()));
        findings.forEach(finding -> out.println(line(finding)));
        boolean well = findings.stream().noneMatch(Doctor::isIllness);
        out.println(well ? "All is well." : "Put right what is marked with FAIL, and ask again.");
        return well;
    }

    /** As the shop reads it in production: the variables before its own application.properties. */
    static Settings settings(Map<String, String> variables) throws IOException {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withProfile("prod")
                        .withSources(
                                new io.smallrye.config.EnvConfigSource(
                                        variables, ENVIRONMENT_ORDINAL));
        var defaults = Doctor.class.getClassLoader().getResource("application.properties");
        if (defaults != null) {
            builder.withSources(new PropertiesConfigSource(defaults, 100));
        }
        SmallRyeConfig config = builder.build();
        return new Settings(name -> config.getOptionalValue(name, String.class));
    }

    private static String line(Finding finding) {
        return switch (finding.weight()) {
            case FATAL, FAILURE -> "FAIL  " + finding.text();
            case ADVICE -> "note  " + finding.text();
        };
    }

    private static boolean isIllness(Finding finding) {
        return finding.weight() != Finding.Weight.ADVICE;
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> variables = new HashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(String::strip)
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .forEach(line -> put(variables, line));
        }
        return variables;
    }

    private static void put(Map<String, String> variables, String line) {
        int middle = line.indexOf('=');
        variables.put(
                line.substring(0, middle), Objects.requireNonNull(line.substring(middle + 1)));
    }
}
