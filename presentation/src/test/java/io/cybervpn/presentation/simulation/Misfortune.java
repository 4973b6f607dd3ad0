package io.cybervpn.presentation.simulation;

import io.cybervpn.presentation.shared.BreakableOutbox;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** What goes wrong, and what clerks do at any time. */
final class Misfortune {
    private static final String KILL =
            "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and application_name = 'cybervpn'";

    private final Stage stage;
    private final List<Vendor.Server> vendors;
    private final Story story;
    private final Clerks clerks;
    private final HttpClient http = HttpClient.newHttpClient();

    Misfortune(Stage stage, List<Vendor> vendors, Story story) {
        this.stage = stage;
        this.vendors = Vendors.servers(vendors);
        this.story = story;
        this.clerks = new Clerks(stage);
    }

    /** So many a day. */
    void begin(Plot plot) {
        Dice dice = new Dice(plot.seed(), -1);
        Duration all = Duration.ofDays(plot.days());
        for (int i = 0; i < plot.days() * 3; i++) {
            stage.later(dice, dice.between(Duration.ofHours(1), all), "misfortune", this::happen);
        }
    }

    private void happen(Dice dice) {
        switch (dice.weighed(30, 12, 10, 8, 8, 5, 5, 22)) {
            case 0 -> providerFails(dice);
            case 1 -> neighbourFails(dice);
            case 2 -> panelIsEdited(dice);
            case 3 -> outboxFails(dice);
            case 4 -> connectionsDie(dice);
            case 5 -> clockJumps(dice);
            case 6 -> clockIsWrong(dice);
            case 7 -> clerks.adjust(story.buyers(), dice);
        }
    }

    private void neighbourFails(Dice dice) {
        if (dice.chance(30)) {
            serverFails(ShopWorld.sandbox().revenueCat().faults(), "store", dice);
        } else {
            serverFails(ShopWorld.sandbox().panel().faults(), "panel", dice);
        }
    }

    private void providerFails(Dice dice) {
        Vendor.Server vendor = dice.pick(vendors);
        if (dice.chance(40)) {
            Fault.Kind kind = dice.pick(List.of(Fault.Kind.DROP_AFTER, Fault.Kind.DROP_BEFORE));
            vendor.faults().add(vendor.onMake(Fault.of(kind, 0)).times((int) dice.between(1, 3)));
            stage.count("no answer to the making of an invoice");
            return;
        }
        serverFails(vendor.faults(), vendor.name(), dice);
    }

    private void serverFails(Faults faults, String name, Dice dice) {
        Fault fault =
                dice.pick(
                        List.of(
                                Fault.of(Fault.Kind.ERROR, 500),
                                Fault.of(Fault.Kind.ERROR, 503),
                                Fault.of(Fault.Kind.DROP_BEFORE, 0),
                                Fault.of(Fault.Kind.DROP_AFTER, 0),
                                Fault.of(Fault.Kind.LATENCY, 20)));
        stage.count(name + " fails");
        if (dice.chance(50)) {
            faults.add(fault.times((int) dice.between(1, 8)));
            return;
        }
        faults.add(fault);
        stage.later(
                dice,
                dice.between(Duration.ofMinutes(10), Duration.ofHours(8)),
                "recovery",
                _ -> faults.clear());
    }

    /** By somebody who does not know that he should not. */
    private void panelIsEdited(Dice dice) {
        List<JsonObject> users = ShopWorld.sandbox().panel().users().all();
        if (users.isEmpty()) {
            return;
        }
        JsonObject user = dice.pick(users);
        if (dice.chance(40)) {
            delete(user.getLong("id"));
            stage.count("deleted on the panel");
        } else {
            ShopWorld.sandbox()
                    .panel()
                    .users()
                    .restore(user.copy().put("hwidDeviceLimit", 99).put("trafficLimitBytes", 0));
            stage.count("edited on the panel");
        }
        stage.carry(dice);
    }

    private void delete(long id) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(ShopWorld.sandbox().panelUrl() + "/api/users/" + id))
                        .header("Authorization", "Bearer " + SandboxSettings.PANEL_TOKEN)
                        .header("X-Forwarded-For", "127.0.0.1")
                        .header("X-Forwarded-Proto", "https")
                        .DELETE()
                        .build();
        try {
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException _) {
            stage.count("the panel did not answer a clerk");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Transactions that tell something fail at their end, while the pumps run. */
    private void outboxFails(Dice dice) {
        stage.count("transactions broken");
        long of = dice.between(1, 3);
        AtomicLong told = new AtomicLong();
        BreakableOutbox.breakFor(_ -> told.incrementAndGet() % (of + 1) != 0);
        try {
            stage.turn(1);
        } finally {
            BreakableOutbox.repair();
        }
    }

    /** All connections to the database are cut while two instances work. */
    private void connectionsDie(Dice dice) {
        stage.count("connections cut");
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> stage.turn(2));
        for (long cuts = dice.between(1, 4); cuts > 0; cuts--) {
            stage.pool().query(KILL).execute().onFailure().recoverWithNull().await().indefinitely();
        }
        work.join();
    }

    /** Nobody was there: all that was due meanwhile comes at once. */
    private void clockJumps(Dice dice) {
        stage.count("hours lost");
        stage.hands().pass(dice.between(Duration.ofMinutes(30), Duration.ofHours(40)));
        stage.turn(2);
    }

    private void clockIsWrong(Dice dice) {
        stage.count("clock wrong");
        stage.hands().skew(dice.between(Duration.ofSeconds(-110), Duration.ofSeconds(110)));
    }

    /** Everything is well again. */
    void end() {
        vendors.forEach(vendor -> vendor.faults().clear());
        ShopWorld.sandbox().panel().faults().clear();
        ShopWorld.sandbox().revenueCat().faults().clear();
        BreakableOutbox.repair();
        stage.hands().skew(Duration.ZERO);
    }

    /** Whether somebody does not answer as he should. */
    boolean isOn(String section) {
        return vendors.stream()
                        .filter(vendor -> section.equals("provider:" + vendor.name()))
                        .anyMatch(vendor -> !vendor.faults().all().isEmpty())
                || section.equals("store")
                        && !ShopWorld.sandbox().revenueCat().faults().all().isEmpty()
                || section.equals("panel") && !ShopWorld.sandbox().panel().faults().all().isEmpty();
    }
}
