package io.cybervpn.sandbox.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays every recorded call of both panels. The status, the content type and every other recorded
 * header are the same; refusals and whole subscriptions are the same to the letter; everything else
 * has the same shape.
 */
class PanelReplayTest {

    private static RecordedPanel three;
    private static RecordedPanel two;
    private static Replay replay;

    @BeforeAll
    static void start() {
        three = new RecordedPanel("v3", "");
        two = new RecordedPanel("v2", "");
        replay = new Replay();
    }

    @AfterAll
    static void stop() {
        three.close();
        two.close();
        replay.close();
    }

    @TestFactory
    Stream<DynamicTest> every_record_of_panel_3() {
        return replays("v3", three);
    }

    @TestFactory
    Stream<DynamicTest> every_record_of_panel_2() {
        return replays("v2", two);
    }

    private static Stream<DynamicTest> replays(String folder, RecordedPanel panel) {
        Preparations preparations = new Preparations(panel);
        return Sample.all(folder).stream()
                .map(
                        sample ->
                                dynamicTest(
                                        sample.name(),
                                        () -> {
                                            panel.restore();
                                            preparations.prepare(sample);
                                            check(sample, panel);
                                        }));
    }

    private static void check(Sample sample, RecordedPanel panel) {
        Optional<Replay.Reply> answered = replay.send(panel.world().panelUrl(), sample.request());
        Integer status = sample.response().getInteger("status");
        if (status == null) {
            assertThat(answered).as("the connection is closed without an answer").isEmpty();
            return;
        }
        Replay.Reply reply = answered.orElseThrow(() -> new AssertionError("no answer"));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        sample.response()
                .getJsonObject("headers")
                .forEach(
                        header ->
                                assertThat(reply.headers())
                                        .containsEntry(
                                                header.getKey(), header.getValue().toString()));
        Object recorded = sample.response().getValue("body");
        if (recorded instanceof String text) {
            assertThat(reply.body().toString()).isEqualTo(text);
            return;
        }
        assertThat(Shape.differences(recorded, reply.content()))
                .as(reply.body().toString())
                .isEmpty();
        if (status >= 400 || isSubscription(sample)) {
            assertThat(plain(reply.content())).isEqualTo(plain(recorded));
        }
    }

    private static boolean isSubscription(Sample sample) {
        return sample.request().getString("path").startsWith("/api/sub/")
                && !sample.name().equals("sub-browser-accept-html");
    }

    /** Without what differs from moment to moment. */
    private static Object plain(Object content) {
        if (content instanceof JsonObject object) {
            JsonObject copy = object.copy();
            copy.remove("timestamp");
            return copy;
        }
        return content;
    }

    @Test
    void every_client_of_the_recorded_table_gets_its_format() {
        three.restore();
        String link = three.user("users-get-with-traffic").getString("shortUuid");
        for (JsonObject line : Infrastructure.list(Sample.table("v3", "sub-ua-matrix"))) {
            JsonObject headers =
                    new JsonObject()
                            .put("X-Forwarded-For", "203.0.113.7")
                            .put("X-Forwarded-Proto", "https")
                            .put("User-Agent", line.getString("userAgent"));
            Optional.ofNullable(line.getString("accept"))
                    .ifPresent(accept -> headers.put("Accept", accept));
            JsonObject request =
                    new JsonObject()
                            .put("method", "GET")
                            .put("path", "/api/sub/" + link)
                            .put("headers", headers);

            Replay.Reply reply = replay.send(three.world().panelUrl(), request).orElseThrow();

            assertThat(reply.headers())
                    .as(line.encode())
                    .containsEntry("content-type", line.getString("contentType"));
            // The table's JSON was printed with spaces after colons and commas.
            assertThat(dense(reply.body().toString()))
                    .as(line.encode())
                    .startsWith(dense(line.getString("bodyStart")));
        }
    }

    private static String dense(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void nothing_recorded_is_left_out() {
        assertThat(Sample.names("v3").size() - Sample.all("v3").size()).isEqualTo(1);
        assertThat(Sample.names("v2")).hasSameSizeAs(Sample.all("v2"));
        assertThat(new JsonArray(Sample.names("v3")).size()).isEqualTo(197);
    }
}
