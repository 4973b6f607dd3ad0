package io.cybervpn.dev;

import io.cybervpn.sandbox.SandboxWorld;
import java.util.ArrayList;
import java.util.List;

/** What stands on the screen when the shop is open. */
final class Welcome {

    private final Environment given;
    private final Installation installation;
    private final World world;

    Welcome(Environment given, Installation installation, World world) {
        this.given = given;
        this.installation = installation;
        this.world = world;
    }

    Installation.Running running() {
        return new Installation.Running(shopUrl(), panelUrl(), cryptoPayUrl());
    }

    String text() {
        var lines = new ArrayList<>(List.of("", "The shop is open."));
        lines.add(line("API", shopUrl() + "/api/v1/plans"));
        lines.add(line("Swagger UI", shopUrl() + "/q/swagger-ui"));
        lines.add(line("OpenAPI", shopUrl() + "/q/openapi"));
        lines.add(line("Health", shopUrl() + "/q/health"));
        lines.add(line("Metrics", shopUrl() + "/q/metrics"));
        if (!panelUrl().isEmpty()) {
            lines.add(
                    line(
                            "Sandbox panel",
                            panelUrl() + "  (steer it: " + panelUrl() + "/_sandbox)"));
        }
        if (!cryptoPayUrl().isEmpty()) {
            lines.add(
                    line(
                            "Sandbox Crypto Pay",
                            cryptoPayUrl() + "  (steer it: " + cryptoPayUrl() + "/_sandbox)"));
        }
        lines.add("");
        lines.add(
                account(
                        "Admin",
                        "CYBERVPN_ADMIN",
                        Installation.ADMIN_EMAIL,
                        installation.adminPassword()));
        lines.add(line("  its authenticator", authenticator()));
        lines.add(
                account(
                        "Customer",
                        "CYBERVPN_DEMO",
                        Installation.DEMO_EMAIL,
                        installation.demoPassword()));
        lines.add(line("Log", installation.shopLog().toString()));
        lines.add("");
        lines.add(
                "Next: in another terminal, ./cybervpn demo buys a subscription. Ctrl-C stops everything.");
        return String.join(System.lineSeparator(), lines);
    }

    /** What an app on a telephone is told; the admin's logins want its passwords. */
    private String authenticator() {
        return given.has("CYBERVPN_ADMIN_TOTP_SECRET")
                ? "(the secret you set)"
                : installation.adminAuthenticator().text();
    }

    private String account(String who, String prefix, String email, String password) {
        String name = given.get(prefix + "_EMAIL").orElse(email);
        String secret = given.has(prefix + "_PASSWORD") ? "(the password you set)" : password;
        return line(who, name + "  " + secret);
    }

    private static String line(String what, String where) {
        return "  %-20s%s".formatted(what, where);
    }

    private String shopUrl() {
        return "http://localhost:" + given.port();
    }

    private String panelUrl() {
        return given.ownPanel()
                ? ""
                : world.sandbox().map(SandboxWorld::panelUrl).map(Object::toString).orElse("");
    }

    private String cryptoPayUrl() {
        return given.ownCryptoPay()
                ? ""
                : world.sandbox().map(SandboxWorld::cryptoPayUrl).map(Object::toString).orElse("");
    }
}
