package io.cybervpn.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every curl of the README works as printed, but for the port and, as curl has it, the type of the
 * body.
 */
class ReadmeTest {

    private static final Pattern CURL =
            Pattern.compile(
                    "curl (?:-X (\\w+) )?127\\.0\\.0\\.1:(301[01])(/\\S+)(?: -d '([^']+)')?");

    private static SandboxWorld world;

    @BeforeAll
    static void start() {
        world = SandboxWorld.start(SandboxSettings.free(), SandboxTempo.quick());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        return CURL.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> dynamicTest(found.group(), () -> run(CURL.matcher(found.group()))));
    }

    private static void run(Matcher curl) {
        prepare();
        assertThat(curl.matches()).isTrue();
        URI base = curl.group(2).equals("3010") ? world.panelUrl() : world.cryptoPayUrl();
        Http.Reply reply =
                Http.bare(base)
                        .with("Content-Type", "application/x-www-form-urlencoded")
                        .send(
                                Optional.ofNullable(curl.group(1)).orElse("GET"),
                                curl.group(3),
                                Optional.ofNullable(curl.group(4)));
        assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
    }

    /** The invoice and the user that the examples speak of, and one webhook. */
    private static void prepare() {
        Http.bare(world.panelUrl()).post("/_sandbox/reset");
        Http.bare(world.cryptoPayUrl()).post("/_sandbox/reset");
        JsonObject user =
                new JsonObject().put("username", "cv_1").put("expireAt", "2030-01-01T00:00:00Z");
        assertThat(world.panel().users().create(user).getString("status")).isEqualTo("ACTIVE");
        JsonObject invoice =
                new JsonObject().put("asset", "USDT").put("amount", "5").put("payload", "order:1");
        Http.Reply made = Http.cryptoPay(world.cryptoPayUrl()).post("/api/createInvoice", invoice);
        JsonObject known = made.json().getJsonObject("result").put("invoice_id", 528_890);
        world.cryptoPay().invoices().restore(known);
        world.cryptoPay().invoices().restore(known.put("invoice_id", 528_891));
        world.cryptoPay().invoices().pay(528_891);
    }
}
