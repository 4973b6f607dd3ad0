package io.cybervpn.presentation.simulation;

import io.cybervpn.application.provisioning.CheckTrafficResets;
import io.cybervpn.application.provisioning.KeepUsage;
import io.cybervpn.application.provisioning.RemoveLeavings;
import io.cybervpn.application.subscription.ResumeLongPaused;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.SandboxWorld;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Time that passes day by day, with all that the shop's schedules and the panels do each day. */
@Singleton
class Calendar {
    private static final int BATCH = 64;

    @Inject Engine engine;
    @Inject ResumeLongPaused resumeLongPaused;
    @Inject KeepUsage keepUsage;
    @Inject CheckTrafficResets checkTrafficResets;
    @Inject RemoveLeavings removeLeavings;
    @Inject ShopClock clock;

    private final List<SandboxWorld> worlds = new ArrayList<>();
    private final List<PanelId> panels = new ArrayList<>();
    private Instant now = Plot.OPENING;

    void begin() {
        now = Plot.OPENING;
        worlds.clear();
        panels.clear();
        know(ShopWorld.sandbox(), "00000000-0000-7000-8000-000000000001");
        at(now);
    }

    /** From now on time passes for this panel, too. */
    void know(SandboxWorld world, String panel) {
        worlds.add(world);
        panels.add(new PanelId(UUID.fromString(panel)));
        world.panel().clock().set(now);
    }

    /** Each day until so many have passed since the opening. */
    void untilDay(int day) {
        Instant end = Plot.OPENING.plus(Duration.ofDays(day));
        while (now.isBefore(end)) {
            at(now.plus(Duration.ofDays(1)));
            worlds.forEach(world -> world.panel().runWatchdogs());
            engine.turn(1);
            run(resumeLongPaused.execute(new ResumeLongPaused.Command(BATCH)));
            run(keepUsage.execute());
        }
    }

    Instant now() {
        return now;
    }

    /** Whatever is due, by two instances, and what follows from it. */
    void turn() {
        worlds.forEach(world -> world.panel().runWatchdogs());
        engine.turn(2);
        panels.forEach(
                panel -> run(removeLeavings.execute(new RemoveLeavings.Command(panel, BATCH))));
        engine.turn(2);
        run(keepUsage.execute());
        run(checkTrafficResets.execute());
    }

    /** The shop reads its panels. */
    void sweep() {
        engine.sweep();
    }

    void end() {
        worlds.forEach(world -> world.panel().clock().reset());
        clock.reset();
    }

    private void at(Instant moment) {
        now = moment;
        worlds.forEach(world -> world.panel().clock().set(now));
        clock.set(now);
    }

    /** A panel may be down: then it is done another day. */
    private static void run(Uni<?> work) {
        work.onFailure().recoverWithNull().await().atMost(Duration.ofMinutes(1));
    }
}
