package io.cybervpn.dev;

import java.io.PrintStream;

/**
 * The program behind {@code ./cybervpn demo}: plays one whole sale against the running shop over
 * HTTP and stops at the first step that is not as it should be.
 */
public final class Demo {

    private final Environment given;
    private final Installation installation;
    private final Progress screen;

    private Demo(Environment given, PrintStream out) {
        this.given = given;
        this.installation = Installation.in(given.dataFolder());
        this.screen = new Progress(out);
    }

    /** Takes no arguments; ends with 0 if every step was as it should be, else with 1. */
    public static void main(String[] args) {
        System.exit(new Demo(Environment.ofProcess(), System.out).run());
    }

    private int run() {
        try (var call = new DemoCaller(screen)) {
            return play(call);
        }
    }

    private DemoAdmin admin() {
        return new DemoAdmin(
                given.get("CYBERVPN_ADMIN_EMAIL").orElse(Installation.ADMIN_EMAIL),
                given.get("CYBERVPN_ADMIN_PASSWORD").orElseGet(installation::adminPassword),
                given.get("CYBERVPN_ADMIN_TOTP_SECRET")
                        .map(Authenticator::ofText)
                        .orElseGet(installation::adminAuthenticator));
    }

    private int play(DemoCaller call) {
        try {
            var running =
                    installation
                            .running()
                            .orElseThrow(
                                    () ->
                                            new DemoFailed(
                                                    "No shop runs here: start it first, with ./cybervpn"));
            screen.say("One sale at " + running.shopUrl());
            var access = new DemoAccess(call, running);
            String links = access.play(new DemoSale(call, running).play());
            access.proof(admin());
            screen.say("");
            screen.say(
                    "Sold, paid once, provisioned, and the books balance. The customer's config:");
            screen.say("");
            screen.say(links);
            return 0;
        } catch (DemoFailed e) {
            screen.say("");
            screen.failed("step " + call.step() + ": ", e);
            return 1;
        }
    }
}
