package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A panel in memory that can be down, forget to answer, and be meddled with. */
public final class InMemoryPanel implements VpnPanel {
    private final InMemoryUnitOfWork unitOfWork;
    private final Clock clock;
    private PanelId id;
    private final Map<AccessId, Entry> users = new LinkedHashMap<>();
    private Set<String> groups = Set.of("Basic", "Pro");
    private boolean down;
    private boolean shut;
    private Optional<PanelBusy> busy = Optional.empty();
    private int answersToLose;
    private Runnable meanwhile = () -> {};
    private int calls;

    public InMemoryPanel(InMemoryUnitOfWork unitOfWork, Clock clock) {
        this(unitOfWork, clock, PanelId.CONFIGURED);
    }

    public InMemoryPanel(InMemoryUnitOfWork unitOfWork, Clock clock, PanelId id) {
        this.id = id;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** Becomes another one, before anybody is on it. */
    public void is(PanelId panel) {
        this.id = panel;
    }

    public void down(boolean isDown) {
        this.down = isDown;
    }

    /** Calls are not made, as though there were too many. */
    public void shut(boolean isShut) {
        this.shut = isShut;
    }

    /** It is at work on whatever it is asked for, until it is not. */
    public void busy(Optional<PanelBusy> work) {
        this.busy = work;
    }

    public void loseNextAnswer() {
        this.answersToLose = 1;
    }

    public void groups(Set<String> names) {
        this.groups = Set.copyOf(names);
    }

    /** Happens once while the panel works. */
    public void meanwhile(Runnable happening) {
        this.meanwhile = happening;
    }

    public void removeByHand(AccessId access) {
        users.remove(access);
    }

    public void meddle(AccessId access, UnaryOperator<PanelState> change) {
        Entry entry = users.get(access);
        users.put(access, new Entry(access, change.apply(entry.state()), entry.user()));
    }

    public void use(AccessId access, long bytes) {
        Entry entry = users.get(access);
        PanelUser user = entry.user();
        users.put(
                access,
                new Entry(
                        access,
                        entry.state(),
                        new PanelUser(
                                user.panel(),
                                user.ref(),
                                user.shortUuid(),
                                user.subscriptionUrl(),
                                bytes)));
    }

    public Optional<PanelState> state(AccessId access) {
        return Optional.ofNullable(users.get(access)).map(Entry::state);
    }

    public int calls() {
        return calls;
    }

    @Override
    public Uni<PanelUser> bring(AccessId access, AccessSpec spec) {
        return Uni.createFrom()
                .item(
                        () ->
                                answered(
                                        () -> {
                                            idle();
                                            return bringNow(access, spec);
                                        }));
    }

    @Override
    public Uni<Void> remove(AccessId access) {
        return Uni.createFrom()
                .item(
                        () ->
                                answered(
                                        () -> {
                                            idle();
                                            users.remove(access);
                                            return true;
                                        }))
                .replaceWithVoid();
    }

    @Override
    public Uni<Page> users(Optional<String> cursor, int size) {
        return Uni.createFrom().item(() -> answered(() -> page(cursor, size)));
    }

    @Override
    public Uni<Check> check() {
        return Uni.createFrom()
                .item(() -> answered(() -> new Check("in memory", List.copyOf(groups))));
    }

    private <T> T answered(Supplier<T> work) {
        calls++;
        if (unitOfWork.isOpen()) {
            throw new IllegalStateException("remote call inside a unit of work");
        }
        if (shut) {
            throw PanelUnavailable.untried("too many calls, as it was told");
        }
        if (down) {
            throw new PanelUnavailable("down, as it was told to be");
        }
        T result = work.get();
        Runnable happening = meanwhile;
        meanwhile = () -> {};
        happening.run();
        if (answersToLose > 0) {
            answersToLose--;
            throw new PanelUnavailable("the answer got lost, as it was told to");
        }
        return result;
    }

    private void idle() {
        busy.ifPresent(
                work -> {
                    throw new PanelBusy(work.task(), work.askAfter());
                });
    }

    private PanelUser bringNow(AccessId access, AccessSpec spec) {
        if (!groups.containsAll(spec.entitlement().serverGroups())) {
            throw new PanelRefused("no internal squad named " + spec.entitlement().serverGroups());
        }
        PanelUser user =
                Optional.ofNullable(users.get(access))
                        .map(Entry::user)
                        .orElseGet(() -> Wishes.user(id));
        boolean disabled = !spec.usableAt(clock.instant());
        PanelState state =
                new PanelState(
                        disabled,
                        spec.expireAt(),
                        spec.entitlement().trafficBytes(),
                        Optional.of(spec.entitlement().reset()),
                        Optional.of(spec.entitlement().devices()),
                        Set.copyOf(spec.entitlement().serverGroups()));
        users.put(access, new Entry(access, state, user));
        return user;
    }

    private Page page(Optional<String> cursor, int size) {
        int from = cursor.map(Integer::parseInt).orElse(0);
        List<Entry> all = new ArrayList<>(users.values());
        int to = Math.min(from + size, all.size());
        return new Page(
                all.subList(from, to),
                Optional.of(Integer.toString(to)).filter(_ -> to < all.size()));
    }
}
