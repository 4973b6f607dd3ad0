package io.cybervpn.domain.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.catalogue.Tariff;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.HoldRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Walks every pair of a state and a deed; docs/subscriptions.md shows what comes of each. */
class TransitionsTest {
    private static final Path DOCS = Path.of("..", "docs", "subscriptions.md");
    private static final long DAY = 86_400_000_000L;

    private static Map<String, Consumer<HeldLife>> states() {
        Map<String, Consumer<HeldLife>> states = new LinkedHashMap<>();
        states.put("active", _ -> {});
        states.put("expired", life -> life.later(31 * DAY));
        states.put("paused", life -> required(life.pause()));
        states.put("suspended, time runs", life -> required(life.suspend(true)));
        states.put("suspended, time stands", life -> required(life.suspend(false)));
        states.put("terminated", HeldLife::end);
        return states;
    }

    private static Map<String, Function<HeldLife, String>> deeds() {
        Map<String, Function<HeldLife, String>> deeds = new LinkedHashMap<>();
        deeds.put("paid order", life -> state(life.pay(30)));
        deeds.put("free days", life -> given(life, 5));
        deeds.put("days taken", life -> given(life, -5));
        deeds.put("all money back", TransitionsTest::refunded);
        deeds.put("change of plan", TransitionsTest::changed);
        deeds.put("pause", life -> held(life, life.pause()));
        deeds.put("resume", life -> held(life, life.resume()));
        deeds.put("suspend, time runs", life -> held(life, life.suspend(true)));
        deeds.put("suspend, time stands", life -> held(life, life.suspend(false)));
        deeds.put("unsuspend", life -> held(life, life.unsuspend()));
        deeds.put("30 days go by", life -> state(life.later(30 * DAY)));
        deeds.put("terminate", TransitionsTest::ended);
        return deeds;
    }

    @Test
    void every_pair_comes_to_what_the_documents_say() throws IOException {
        String header = states().keySet().stream().collect(Collectors.joining(" | ", "| | ", " |"));
        String rows =
                deeds().entrySet().stream()
                        .map(deed -> row(deed.getKey(), deed.getValue()))
                        .collect(Collectors.joining("\n"));

        assertThat(Files.readString(DOCS)).contains(header).contains(rows);
    }

    private static String row(String name, Function<HeldLife, String> deed) {
        return states().values().stream()
                .map(state -> outcome(state, deed))
                .collect(Collectors.joining(" | ", "| " + name + " | ", " |"));
    }

    private static String outcome(Consumer<HeldLife> state, Function<HeldLife, String> deed) {
        HeldLife life = new HeldLife(30);
        life.later(DAY);
        state.accept(life);
        return deed.apply(life);
    }

    private static void required(Optional<HoldRefusal> refusal) {
        assertThat(refusal).isEmpty();
    }

    private static String held(HeldLife life, Optional<HoldRefusal> refusal) {
        return refusal.map(reason -> "`" + reason.code() + "`").orElseGet(() -> state(life));
    }

    private static String given(HeldLife life, int days) {
        return switch (life.give(days)) {
            case FreeTime.Answer.Done _ -> state(life);
            case FreeTime.Answer.Refused(var reason) -> "`" + reason.code() + "`";
        };
    }

    private static String refunded(HeldLife life) {
        life.now = life.now.moveEnd(ChangedLife.START, life.at).subscription();
        return state(life);
    }

    private static String changed(HeldLife life) {
        Money price = new Money(3_000, Asset.RUB);
        Tariff target =
                new Tariff(
                        new PlanId(new UUID(3, 2)),
                        "any",
                        Map.of("en", "Any"),
                        ChangedLife.ENTITLEMENT,
                        new Rates(30, List.of(price)),
                        30);
        return switch (PlanChanges.quote(
                life.now, life.past, new PlanChanges.Wish(target, Asset.RUB, false), life.at)) {
            case PlanChanges.Answer.Quoted _ -> state(life);
            case PlanChanges.Answer.Refused(var reason) -> "`" + reason.code() + "`";
        };
    }

    private static String ended(HeldLife life) {
        life.end();
        return state(life);
    }

    private static String state(HeldLife life) {
        return switch (life.now) {
            case Subscription.Active _ -> "active";
            case Subscription.Expired _ -> "expired";
            case Subscription.Paused _ -> "paused";
            case Subscription.Suspended held ->
                    held.timeRuns() ? "suspended, time runs" : "suspended, time stands";
            case Subscription.Terminated _ -> "terminated";
        };
    }
}
