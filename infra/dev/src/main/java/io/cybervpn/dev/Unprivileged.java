package io.cybervpn.dev;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How PostgreSQL, which refuses to run as root, is run by root: in a user namespace without a
 * mapping, where root's files are still its own; else, where namespaces are forbidden (most
 * containers), as the user nobody, who then owns the data.
 */
enum Unprivileged {
    NOT_NEEDED(List.of()),
    USER_NAMESPACE(List.of("unshare", "-U")),
    // Without dac_override nobody could not walk through root's 0700 home to the data.
    NOBODY(
            List.of(
                    "setpriv",
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups",
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override")),
    NOBODY_PLAIN(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged here() {
        String user = System.getProperty("user.name", "");
        boolean nameless =
                user.equals("?"); // initdb insists on a name, and in the namespace has one
        if (!user.equals("root") && !(nameless && USER_NAMESPACE.works())) {
            return NOT_NEEDED;
        }
        for (Unprivileged way : List.of(USER_NAMESPACE, NOBODY, NOBODY_PLAIN)) {
            if (way.works()) {
                return way;
            }
        }
        throw new IllegalStateException(
                "PostgreSQL does not run as root and neither unshare nor setpriv works here: run as an ordinary user,"
                        + " or set QUARKUS_DATASOURCE_REACTIVE_URL to a server of yours.");
    }

    private boolean works() {
        return Processes.works(command(List.of("true")).toArray(String[]::new));
    }

    /**
     * Whether the server will be another user than this process, for whom a 0700 home is closed.
     */
    boolean anotherUser() {
        return this == NOBODY || this == NOBODY_PLAIN;
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return List.copyOf(whole);
    }

    /** Gives the folder and all in it to the user the server will run as. */
    void own(Path folder) {
        if (anotherUser()) {
            String output = Processes.run(List.of("chown", "-R", "65534:65534", folder.toString()));
            if (!output.isBlank()) {
                throw new IllegalStateException("chown " + folder + ": " + output);
            }
        }
    }
}
