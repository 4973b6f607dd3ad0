package io.cybervpn.presentation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.port.RefundingGateways;
import io.cybervpn.application.proof.ProofView;
import io.cybervpn.domain.proof.ProofVerdict;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * R101, R321: a shop is played with all its bad luck, and in the end nothing is missing: the daily
 * proof is empty, and an own judge finds each customer's money and days to be what he paid for. See
 * docs/simulation.md.
 */
@QuarkusTest
@TestProfile(OwnWorld.class)
class YearOfAShopTest {
    private static final Duration A_MONTH = Duration.ofDays(30);

    @Inject Shop shop;
    @Inject Engine engine;
    @Inject Auditor auditor;
    @Inject ShopClock clock;
    @Inject Pool pool;
    @Inject RefundingGateways refundings;
    @Inject Stopwatch stopwatch;

    private final Plot plot = Plot.chosen();
    private List<Vendor> vendors = List.of();
    private Stage stage;
    private Story story;
    private Misfortune misfortune;

    @AfterEach
    void let_time_be() {
        misfortune.end();
        stage.post().close();
        stage.hands().reset();
    }

    @Test
    void nothing_is_lost_and_nothing_is_doubled() {
        System.out.println("simulation: " + plot.command());
        vendors = Vendors.all(shop, clock);
        stage =
                new Stage(
                        new Stage.Company(shop, engine, clock, pool, refundings, stopwatch),
                        vendors);
        story = new Story(stage, vendors);
        misfortune = new Misfortune(stage, vendors, story);
        try {
            play();
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("replay it by: " + plot.command(), failure);
        } finally {
            stage.agenda()
                    .played()
                    .forEach((what, count) -> System.out.println(count + " " + what));
            stopwatch.lines().forEach(System.out::println);
        }
    }

    private void play() {
        long begun = System.nanoTime();
        new Clerks(stage).openShop();
        story.begin(plot);
        misfortune.begin(plot);
        // a long play is not given up at the first of them: the others tell whether they are one
        List<String> complaints = new ArrayList<>();
        int acts = 0;
        for (Instant end = Plot.OPENING; end.isBefore(plot.closing()); ) {
            end = earlier(end.plus(A_MONTH), plot.closing());
            acts += playUntil(end);
            System.out.printf(
                    "simulation: %s, %d acts, %d s, %d s of processors%n",
                    end,
                    acts,
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                    ProcessHandle.current().info().totalCpuDuration().orElseThrow().toSeconds());
            settle(6);
            for (String complaint : unexplained(auditor.prove())) {
                complaints.add("at " + end + ": " + complaint);
                System.out.println("simulation: " + complaints.getLast());
            }
        }
        stage.agenda().clear();
        heal();
        ProofView.Summary report = auditor.prove();
        assertThat(Auditor.words(report)).as("at the end, after %s", complaints).isEmpty();
        assertThat(report.verdict()).isEqualTo(ProofVerdict.PROVEN);
        assertThat(
                        new Verdict(new Books(pool), new Prices(pool), story.buyers(), vendors)
                                .complaints())
                .isEmpty();
        assertThat(story.stores().complaints(new Books(pool))).isEmpty();
        assertThat(complaints).as("on the way").isEmpty();
        somethingHappened();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private int playUntil(Instant end) {
        int acts = 0;
        for (Optional<Agenda.Entry> next = stage.agenda().next(end);
                next.isPresent();
                next = stage.agenda().next(end)) {
            stage.play(next.get());
            acts++;
        }
        stage.hands().at(end);
        return acts;
    }

    /** Time for the pumps: longer than any pause between two attempts. */
    private void settle(int rounds) {
        for (int i = 0; i < rounds; i++) {
            stage.hands().pass(Duration.ofMinutes(31));
            stage.turn(2);
        }
        engine.sweep();
        stage.hands().pass(Duration.ofMinutes(11));
        // nothing rests: what ended in these minutes would be reported as forgotten
        stage.turn(2);
    }

    /** A finding in the middle is one that a misfortune explains which is still under way. */
    private List<String> unexplained(ProofView.Summary report) {
        return report.sections().stream()
                .filter(section -> !misfortune.isOn(section.name()))
                .flatMap(section -> section.findings().stream())
                .filter(one -> !stage.isUntold(one.subject()))
                .filter(one -> !(one.check().startsWith("access-") && misfortune.isOn("panel")))
                .map(one -> one.check() + " " + one.subject() + ": " + one.detail())
                .toList();
    }

    /** Everybody answers, everything is told, whoever is not served presses the button. */
    private void heal() {
        misfortune.end();
        stage.tellEverything();
        settle(6);
        new Clerks(stage).sendReturns(new Dice(plot.seed(), -2));
        Set<String> unpaid = new Books(pool).unpaid();
        story.buyers().stream()
                .flatMap(buyer -> buyer.sales().stream())
                .filter(sale -> unpaid.contains(sale.payment()))
                .forEach(stage::check);
        stage.tellEverything();
        settle(8);
    }

    /** A play in which nothing happens proves nothing. */
    private void somethingHappened() {
        assertThat(stage.agenda().played())
                .containsKeys(
                        "paid at cryptobot",
                        "paid at stripe",
                        "paid at yookassa",
                        "paid at tbank",
                        "paid at stars",
                        "paid at manual",
                        "pay late",
                        "pay wrong",
                        "told late",
                        "told twice",
                        "never told",
                        "transactions broken",
                        "connections cut",
                        "hours lost",
                        "renew",
                        "add-on",
                        "another plan by convert",
                        "another plan by keep_end",
                        "another plan by add_term",
                        "buy in a store",
                        "refunded past us",
                        "refunded to wallet",
                        "refunded to provider");
    }
}
