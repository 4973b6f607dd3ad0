package io.cybervpn.application.provisioning;

import io.cybervpn.application.audit.InMemoryAudit;
import io.cybervpn.application.identity.PlainBox;
import io.cybervpn.application.provisioning.port.PanelNotices;
import io.cybervpn.application.renewal.FindGrace;
import io.cybervpn.application.renewal.InMemoryCycles;
import io.cybervpn.application.renewal.InMemoryDunningPolicies;
import io.cybervpn.application.shared.InMemoryOutbox;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.application.subscription.SubscriptionWorld;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The use cases of provisioning over memory, with subscriptions to provision. */
final class ProvisioningWorld {
    final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    final SubscriptionWorld subscriptions = new SubscriptionWorld(unitOfWork);
    final MovableClock clock = subscriptions.clock;
    final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
    final InMemoryAccesses accesses = new InMemoryAccesses(unitOfWork);
    final InMemoryAdoptions adoptions = new InMemoryAdoptions(unitOfWork);
    final InMemoryLeavings leavings = new InMemoryLeavings(unitOfWork);
    final InMemoryPanel panel = new InMemoryPanel(unitOfWork, clock);
    final InMemoryPanels panels = new InMemoryPanels(panel);
    final AtomicReference<PanelNotices.Notice> notice =
            new AtomicReference<>(new PanelNotices.Notice.Unreadable("nothing was sent"));
    private final Map<PanelId, Instant> lastSweeps = new HashMap<>();

    final InMemoryTrafficMeters meters = new InMemoryTrafficMeters(unitOfWork, accesses);
    final InMemoryGraces graces = meters.graces();
    final InMemoryCycles cycles = new InMemoryCycles(unitOfWork);
    final InMemoryDunningPolicies policies = new InMemoryDunningPolicies(unitOfWork);
    final InMemoryAccessLinks links = new InMemoryAccessLinks(unitOfWork);
    final InMemoryLinkCache linkCache = new InMemoryLinkCache(clock);
    final InMemoryLastAnswers lastAnswers = new InMemoryLastAnswers(clock);
    private final AtomicInteger tokens = new AtomicInteger();
    final LinkDesk linkDesk =
            new LinkDesk(
                    links,
                    () -> "token-" + tokens.incrementAndGet(),
                    new PlainBox(),
                    LinkWorlds.SETTINGS,
                    clock);
    final SettleLinkChanges settleLinks = new SettleLinkChanges(unitOfWork, links, linkCache);
    final LinkUpkeep upkeep = new LinkUpkeep(linkDesk, settleLinks);
    final InMemoryAudit audit = new InMemoryAudit(unitOfWork);
    final RemovalSettings removalSettings =
            new RemovalSettings(Duration.ofDays(7), Duration.ofDays(3));
    private final EndOfMachines ends = new EndOfMachines(panels, removalSettings, audit, clock);
    final TellOfRemovals tellOfRemovals =
            new TellOfRemovals(
                    unitOfWork,
                    new InMemoryRemovals(unitOfWork, accesses),
                    outbox,
                    removalSettings,
                    clock);
    final AccessWishes wishes =
            new AccessWishes(
                    unitOfWork,
                    subscriptions.holdOwner,
                    accesses,
                    subscriptions.find,
                    new GraceDesk(
                            new FindGrace(unitOfWork, cycles, policies, clock),
                            graces,
                            meters,
                            new AccessPlaces(panels, adoptions),
                            outbox,
                            clock),
                    upkeep,
                    new AccessPlaces(panels, adoptions),
                    ends,
                    clock);
    final DesireAccessOnSubscriptionExtended desire =
            new DesireAccessOnSubscriptionExtended(wishes);
    final BeginGraceOnGraceDue graceDue = new BeginGraceOnGraceDue(wishes);
    final BeginGraceOnTrafficThresholdReached usedUp =
            new BeginGraceOnTrafficThresholdReached(wishes);
    final EndGraces endGraces = new EndGraces(unitOfWork, graces, wishes, upkeep, clock);
    final WithdrawAccessOnSubscriptionTerminated withdraw =
            new WithdrawAccessOnSubscriptionTerminated(wishes);
    final ReconcileAccess reconcile =
            new ReconcileAccess(
                    unitOfWork,
                    accesses,
                    leavings,
                    panels,
                    outbox,
                    upkeep,
                    new AskPanel(panels, clock),
                    ends,
                    clock);
    final SweepPanel sweep =
            new SweepPanel(
                    (id, now, every) -> Uni.createFrom().item(() -> take(id, now, every)),
                    panels,
                    unitOfWork,
                    accesses,
                    leavings,
                    clock);
    private final AccessPlaces places = new AccessPlaces(panels, adoptions);
    private final MoveAccess move = new MoveAccess(accesses, leavings, places, clock);
    final DrainPanels drain = new DrainPanels(unitOfWork, accesses, panels, places, move);
    final RemoveLeavings removeLeavings =
            new RemoveLeavings(unitOfWork, leavings, accesses, panels, clock);
    final ApplyPanelNotice applyNotice =
            new ApplyPanelNotice(unitOfWork, accesses, adoptions, _ -> notice.get(), outbox, clock);
    final TransferAccess transfer =
            new TransferAccess(unitOfWork, accesses, panels, places, move, audit);
    final InMemoryStaffTasks tasks = new InMemoryStaffTasks(unitOfWork, accesses);
    final InMemoryManualServices services = new InMemoryManualServices(unitOfWork, accesses, tasks);
    final RetryParkedAccess retry =
            new RetryParkedAccess(unitOfWork, accesses, services, audit, clock);
    final OwnAccess own = new OwnAccess(unitOfWork, accesses, subscriptions.find);
    final FindAccessLink findLink = new FindAccessLink(own, linkDesk, unitOfWork);

    ProvisioningWorld() {
        panel.groups(Set.of("Basic", "Default-Squad", "Pro", "Cyber"));
    }

    private boolean take(PanelId id, Instant now, Duration every) {
        Optional<Instant> last = Optional.ofNullable(lastSweeps.get(id));
        boolean due = last.filter(at -> at.plus(every).isAfter(now)).isEmpty();
        if (due) {
            lastSweeps.put(id, now);
        }
        return due;
    }

    /** One more panel, empty and up. */
    InMemoryPanel another(int weight, String... groups) {
        InMemoryPanel another = new InMemoryPanel(unitOfWork, clock);
        another.groups(Set.of("Basic", "Default-Squad", "Pro", "Cyber"));
        another.is(panels.add(another, weight, groups));
        return another;
    }

    /** An order of the buyer was paid: thirty days more. */
    SubscriptionExtended paid(AccountId buyer, Optional<SubscriptionId> renews) {
        OrderPaid order = Purchases.orderPaid(buyer, renews, clock.instant());
        subscriptions.extend.handle(order).await().indefinitely();
        List<SubscriptionExtended> told = subscriptions.outbox.events(SubscriptionExtended.class);
        return told.getLast();
    }

    AccessId desired(SubscriptionExtended event) {
        desire.handle(event).await().indefinitely();
        return new AccessId(event.subscription().value());
    }

    /** A first purchase, wanted and not yet brought. */
    AccessId bought(AccountId buyer) {
        return desired(paid(buyer, Optional.empty()));
    }

    /** The same of a plan that gives this, too. */
    AccessId bought(AccountId buyer, Resources resources) {
        return desired(paid(buyer, Optional.empty(), resources));
    }

    SubscriptionExtended paid(
            AccountId buyer, Optional<SubscriptionId> renews, Resources resources) {
        Entitlement vpn = Purchases.LIMITED;
        OrderPaid order =
                new OrderPaid(
                        new OrderId(UUID.randomUUID()),
                        buyer,
                        new PlanId(UUID.randomUUID()),
                        Map.of("en", "A server"),
                        30,
                        new Entitlement(
                                vpn.trafficBytes(),
                                vpn.reset(),
                                vpn.devices(),
                                vpn.serverGroups(),
                                resources),
                        renews.map(SubscriptionId::value),
                        new Money(99_000, Asset.RUB),
                        clock.instant(),
                        clock.instant());
        subscriptions.extend.handle(order).await().indefinitely();
        return subscriptions.outbox.events(SubscriptionExtended.class).getLast();
    }

    ReconcileAccess.Result reconcile() {
        return reconcile.execute(new ReconcileAccess.Command(10)).await().indefinitely();
    }

    SweepPanel.Result sweep() {
        clock.advance(Duration.ofHours(1));
        return sweep.execute(new SweepPanel.Command(Duration.ofMinutes(15), 2))
                .await()
                .indefinitely();
    }

    Access access(AccessId id) {
        return unitOfWork.run(() -> accesses.find(id)).await().indefinitely().orElseThrow();
    }
}
