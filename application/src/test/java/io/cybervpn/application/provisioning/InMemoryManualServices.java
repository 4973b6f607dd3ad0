package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.ServicePresence;
import io.cybervpn.domain.provisioning.model.Handover;
import io.cybervpn.domain.provisioning.model.ManualService;
import io.cybervpn.domain.provisioning.model.Refusal;
import io.cybervpn.domain.provisioning.repository.ManualServices;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What staff said that there is, in memory. */
public final class InMemoryManualServices implements ManualServices {
    private record Key(PanelId panel, AccessId access) {}

    private final InMemoryTable<Key, ManualService> rows;
    private final InMemoryAccesses accesses;
    private final InMemoryStaffTasks tasks;

    public InMemoryManualServices(
            InMemoryUnitOfWork unitOfWork, InMemoryAccesses accesses, InMemoryStaffTasks tasks) {
        this.rows = unitOfWork.table();
        this.accesses = accesses;
        this.tasks = tasks;
    }

    private static Key key(ManualService service) {
        return new Key(service.panel(), service.access());
    }

    @Override
    public Uni<ManualService> hold(ManualService absent) {
        return Uni.createFrom()
                .item(
                        () -> {
                            rows.insert(key(absent), absent);
                            return rows.get(key(absent)).orElseThrow();
                        });
    }

    @Override
    public Uni<Optional<ManualService>> lock(PanelId panel, AccessId access) {
        return Uni.createFrom().item(() -> rows.get(new Key(panel, access)));
    }

    @Override
    public Uni<Void> save(ManualService service) {
        return done(() -> rows.put(key(service), service));
    }

    @Override
    public Uni<Void> remove(ManualService service) {
        return done(() -> rows.remove(key(service)));
    }

    @Override
    public Uni<List<ManualService>> of(AccessId access) {
        return Uni.createFrom().item(() -> rows.where(one -> one.access().equals(access)));
    }

    @Override
    public Uni<List<ManualService>> page(PanelId panel, Optional<AccessId> after, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                beyond(
                                                after,
                                                one ->
                                                        one.panel().equals(panel)
                                                                && one.agreed().isPresent()
                                                                && !one.leaving())
                                        .limit(limit)
                                        .toList());
    }

    @Override
    public Uni<List<AccessId>> stoppedBefore(Instant moment, Optional<AccessId> after, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                beyond(after, one -> isStopped(one, moment))
                                        .map(ManualService::access)
                                        .distinct()
                                        .limit(limit)
                                        .toList());
    }

    private boolean isStopped(ManualService one, Instant moment) {
        return one.presence() == ServicePresence.STOPPED
                && !one.since().isAfter(moment)
                && tasks.open(one.panel(), one.access()).isEmpty();
    }

    private Stream<ManualService> beyond(Optional<AccessId> after, Predicate<ManualService> which) {
        String last = after.map(id -> id.value().toString()).orElse("");
        return rows.where(which).stream()
                .filter(one -> text(one).compareTo(last) > 0)
                .sorted(Comparator.comparing(InMemoryManualServices::text));
    }

    private static String text(ManualService one) {
        return one.access().value().toString();
    }

    @Override
    public Uni<Void> forgive(AccessId access) {
        return done(
                () ->
                        rows.where(one -> one.access().equals(access))
                                .forEach(one -> rows.put(key(one), forgiven(one))));
    }

    private static ManualService forgiven(ManualService one) {
        return with(one, one.handover(), Optional.empty());
    }

    private static ManualService with(
            ManualService one, Handover handover, Optional<Refusal> refusal) {
        return new ManualService(
                one.id(),
                one.panel(),
                one.access(),
                one.presence(),
                one.since(),
                one.made(),
                one.agreed(),
                one.leaving(),
                handover,
                refusal);
    }

    @Override
    public Uni<Void> forgetOf(AccountId account) {
        return done(
                () ->
                        rows.where(one -> accesses.isOf(one.access(), account))
                                .forEach(this::forget));
    }

    private void forget(ManualService one) {
        rows.put(key(one), with(one, Handover.NONE, Optional.empty()));
        tasks.forgetReasons(one.access());
    }

    private static Uni<Void> done(Runnable act) {
        return Uni.createFrom().item(() -> act).invoke(Runnable::run).replaceWithVoid();
    }
}
