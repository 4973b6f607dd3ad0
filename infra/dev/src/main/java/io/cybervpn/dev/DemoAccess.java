package io.cybervpn.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** From the paid order to a config that connects, and the proof that the books are right. */
final class DemoAccess {

    private static final Duration READY_PATIENCE = Duration.ofSeconds(60);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private final DemoCaller call;
    private final Installation.Running running;
    private final String api;

    DemoAccess(DemoCaller call, Installation.Running running) {
        this.call = call;
        this.running = running;
        this.api = running.shopUrl() + "/api/v1";
    }

    /** Returns the share links of the customer. */
    String play(DemoSale.Sold sold) {
        JsonNode subscription = subscription();
        panel(sold.plan(), subscription);
        String one = api + "/subscriptions/" + subscription.path("id").asText();
        singBox(one);
        qr(one);
        return links(one);
    }

    private JsonNode subscription() {
        call.step("The order became a subscription, and the panel is told.");
        JsonNode items = subscriptions();
        DemoFailed.unless(items.size() == 1, "There should be exactly one subscription: " + items);
        DemoAnswer answer =
                call.until(
                        api + "/subscriptions/" + items.at("/0/id").asText(),
                        READY_PATIENCE,
                        "the access is ready",
                        it -> it.at("/access/status").equals("ready"));
        call.result(
                "%s, %s until %s, access %s"
                        .formatted(
                                answer.at("/planName"),
                                answer.at("/status"),
                                answer.at("/expireAt"),
                                answer.at("/access/status")));
        return answer.json();
    }

    /** The order is paid before its subscription exists: the outbox carries one to the other. */
    private JsonNode subscriptions() {
        return call.until(
                        api + "/subscriptions",
                        READY_PATIENCE,
                        "the paid order has its subscription",
                        it -> !it.json().path("items").isEmpty())
                .json()
                .path("items");
    }

    private void panel(JsonNode plan, JsonNode subscription) {
        if (running.panelUrl().isEmpty()) {
            return;
        }
        call.step("Does the panel know this customer, with the limits of the plan?");
        call.header("X-Forwarded-For", "127.0.0.1");
        call.header("X-Forwarded-Proto", "https");
        JsonNode users = call.get(running.panelUrl() + "/_sandbox/state", 200).json().path("users");
        call.header("X-Forwarded-For", "");
        call.header("X-Forwarded-Proto", "");
        String name = "cv_" + subscription.path("id").asText().replace("-", "");
        JsonNode user =
                StreamSupport.stream(users.spliterator(), false)
                        .filter(it -> it.path("username").asText().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new DemoFailed("No panel user is called " + name));
        compare(
                "traffic limit",
                limit(plan.path("trafficLimitBytes")),
                limit(user.path("trafficLimitBytes")));
        compare(
                "device limit",
                limit(plan.path("deviceLimit")),
                limit(user.path("hwidDeviceLimit")));
        compare("end", instant(subscription.path("expireAt")), instant(user.path("expireAt")));
        compare(
                "squads",
                names(plan.path("serverGroups")),
                names(user.path("activeInternalSquads")));
        call.result(
                "panel user %s, %s, squads %s"
                        .formatted(
                                user.path("username").asText(),
                                DemoSale.traffic(user.path("trafficLimitBytes")),
                                names(user.path("activeInternalSquads"))));
    }

    private static void compare(String what, String sold, String given) {
        DemoFailed.unless(
                sold.equals(given),
                "The %s sold is %s, the panel has %s".formatted(what, sold, given));
    }

    /** The panel writes 0 where the shop says null: without a limit. */
    private static String limit(JsonNode limit) {
        return limit.asLong(0) == 0 ? "none" : limit.asText();
    }

    private static String instant(JsonNode time) {
        return Instant.parse(time.asText()).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String names(JsonNode groups) {
        var names = new TreeSet<String>();
        groups.forEach(
                group ->
                        names.add(
                                group.isTextual() ? group.asText() : group.path("name").asText()));
        return names.toString();
    }

    private void singBox(String one) {
        call.step("The config for sing-box.");
        JsonNode config = call.get(one + "/config?format=singbox", 200).json();
        DemoFailed.unless(
                config.path("outbounds").size() > 0, "A sing-box config has outbounds: " + config);
        call.result(config.path("outbounds").size() + " outbounds");
    }

    private void qr(String one) {
        call.step("The QR code of the link.");
        DemoAnswer answer = call.get(one + "/qr", 200);
        byte[] begin = Arrays.copyOf(answer.bytes(), PNG.length);
        DemoFailed.unless(Arrays.equals(begin, PNG), "That is no PNG image");
        call.result("a PNG image of " + answer.bytes().length + " bytes");
    }

    private String links(String one) {
        call.step("The config for V2Ray clients: a Base64 list of links.");
        DemoAnswer answer = call.get(one + "/config?format=base64", 200);
        String links = decoded(answer);
        List<String> lines = links.lines().filter(line -> line.contains("://")).toList();
        DemoFailed.unless(!lines.isEmpty(), "The config has no links: " + links);
        call.result(lines.size() + " servers");
        return String.join("\n", lines);
    }

    private static String decoded(DemoAnswer answer) {
        try {
            return new String(
                    Base64.getMimeDecoder().decode(answer.text().strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new DemoFailed(answer.request() + " answered no Base64: " + answer.shown());
        }
    }

    /** As admin: all accounts of each currency sum to zero, recomputed from the postings. */
    void proof(DemoAdmin admin) {
        call.step("The admin asks for the proof of the ledger.");
        call.header("Authorization", "");
        call.header("Authorization", "Bearer " + admin.logIn(call, api));
        DemoAnswer proof = call.get(api + "/admin/ledger/proof", 200);
        DemoFailed.unless(
                proof.at("/balanced").equals("true") && proof.json().path("differences").isEmpty(),
                "The ledger does not balance: " + proof.text());
        call.result(
                "balanced: %s transactions, %s postings, no difference"
                        .formatted(proof.at("/transactions"), proof.at("/postings")));
    }
}
