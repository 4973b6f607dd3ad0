package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Grace;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.provisioning.model.TrafficMeter;
import io.cybervpn.domain.provisioning.model.TrafficReading;
import io.cybervpn.domain.provisioning.repository.TrafficMeters;
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Meters and days in memory, over the accesses in memory. */
public final class InMemoryTrafficMeters implements TrafficMeters {
    private record Key(AccessId access, LocalDate day) {}

    private record Row(Key key, long bytes) {}

    private static final String TURN = "resets";

    private final InMemoryAccesses accesses;
    private final InMemoryTable<AccessId, TrafficMeter> meters;
    private final InMemoryTable<Key, Row> days;
    private final InMemoryTable<String, Instant> turns;
    private final InMemoryGraces graces;

    public InMemoryTrafficMeters(InMemoryUnitOfWork unitOfWork, InMemoryAccesses accesses) {
        this.accesses = accesses;
        this.meters = unitOfWork.table();
        this.days = unitOfWork.table();
        this.turns = unitOfWork.table();
        this.graces = new InMemoryGraces(unitOfWork, accesses, this);
    }

    /** The graces beside them. */
    public InMemoryGraces graces() {
        return graces;
    }

    Optional<TrafficMeter> of(AccessId access) {
        return meters.get(access);
    }

    @Override
    public Uni<Void> takeTurn() {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<Uncounted>> uncounted(Optional<AccessId> after, int limit, Instant now) {
        return Uni.createFrom()
                .item(
                        () ->
                                accesses.all().stream()
                                        .flatMap(access -> uncounted(access, now))
                                        .sorted(Comparator.comparing(this::order))
                                        .filter(one -> isAfter(one, after))
                                        .limit(limit)
                                        .toList());
    }

    private String order(Uncounted one) {
        return one.access().value().toString();
    }

    private static boolean isAfter(Uncounted one, Optional<AccessId> after) {
        String id = one.access().value().toString();
        return after.map(last -> id.compareTo(last.value().toString()) > 0).orElse(true);
    }

    private Stream<Uncounted> uncounted(Access access, Instant now) {
        return access.sight() instanceof Sight.Seen(var _, var user)
                ? Stream.of(uncounted(access, user.reading(), now)).filter(this::differs)
                : Stream.empty();
    }

    private Uncounted uncounted(Access access, TrafficReading reading, Instant now) {
        Optional<Grace> grace = graces.openOne(access.desire().id());
        return new Uncounted(
                access.desire().id(),
                access.desire().account(),
                grace.map(Grace::owed)
                        .orElseGet(() -> access.desire().spec().entitlement().trafficBytes()),
                access.desire().spec().usableAt(now) && grace.isEmpty(),
                reading,
                meters.get(access.desire().id()));
    }

    private boolean differs(Uncounted one) {
        Limit limit = one.limit();
        return one.meter()
                .filter(meter -> meter.last().equals(one.reading()))
                .filter(meter -> meter.told().limit().equals(limit))
                .isEmpty();
    }

    @Override
    public Uni<Void> keep(List<Kept> kept, LocalDate day, Instant now) {
        return done(() -> kept.forEach(one -> keep(one, day)));
    }

    private void keep(Kept one, LocalDate day) {
        meters.put(one.access(), one.meter());
        Key key = new Key(one.access(), day);
        long before = days.get(key).map(Row::bytes).orElse(0L);
        if (one.deltaBytes() > 0) {
            days.put(key, new Row(key, before + one.deltaBytes()));
        }
    }

    @Override
    public Uni<Optional<TrafficMeter>> find(AccessId access) {
        return Uni.createFrom().item(() -> meters.get(access));
    }

    @Override
    public Uni<List<Day>> days(AccessId access, LocalDate first, LocalDate last) {
        return Uni.createFrom()
                .item(
                        () ->
                                days
                                        .where(
                                                row ->
                                                        row.key().access().equals(access)
                                                                && !row.key().day().isBefore(first)
                                                                && !row.key().day().isAfter(last))
                                        .stream()
                                        .map(row -> new Day(row.key().day(), row.bytes()))
                                        .sorted(Comparator.comparing(Day::day))
                                        .toList());
    }

    @Override
    public Uni<Boolean> takeResetTurn(Instant now, Duration every) {
        return Uni.createFrom().item(() -> takeTurn(now, every));
    }

    private boolean takeTurn(Instant now, Duration every) {
        boolean due = turns.get(TURN).filter(last -> last.plus(every).isAfter(now)).isEmpty();
        if (due) {
            turns.put(TURN, now);
        }
        return due;
    }

    @Override
    public Uni<List<Forgotten>> forgottenResets(Instant since, Instant now, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                accesses.all().stream()
                                        .flatMap(access -> forgotten(access, since, now))
                                        .sorted(
                                                Comparator.comparing(
                                                        one -> one.access().value().toString()))
                                        .limit(limit)
                                        .toList());
    }

    private Stream<Forgotten> forgotten(Access access, Instant since, Instant now) {
        boolean old =
                meters.get(access.desire().id())
                        .filter(meter -> meter.periodSince().isBefore(since))
                        .isPresent();
        boolean monthly = access.desire().spec().entitlement().reset() == TrafficReset.MONTH;
        boolean usable = access.desire().spec().usableAt(now);
        return old
                        && monthly
                        && usable
                        && access instanceof Access.Ready(var desire, Sight.Seen(var _, var user))
                        && user.usedTrafficBytes() > 0
                        && user.trafficResetAt().filter(at -> !at.isBefore(since)).isEmpty()
                ? Stream.of(new Forgotten(desire.id(), user))
                : Stream.empty();
    }

    @Override
    public Uni<Integer> forgetDays(LocalDate before, int limit) {
        return Uni.createFrom().item(() -> forget(key -> key.day().isBefore(before), limit));
    }

    private int forget(Predicate<Key> which, int limit) {
        List<Row> gone = days.where(row -> which.test(row.key())).stream().limit(limit).toList();
        gone.forEach(row -> days.remove(row.key()));
        return gone.size();
    }

    @Override
    public Uni<Void> forgetOf(AccountId account) {
        return done(
                () -> {
                    int gone = forget(key -> accesses.isOf(key.access(), account), 1_000_000);
                    assert gone >= 0;
                });
    }

    private static Uni<Void> done(Runnable act) {
        return Uni.createFrom().item(() -> act).invoke(Runnable::run).replaceWithVoid();
    }
}
