package io.cybervpn.application.appstore;

import io.cybervpn.application.appstore.port.StoreNotices;
import io.cybervpn.application.appstore.port.StoreNotices.Notice;
import io.cybervpn.application.appstore.port.StoreRecords;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InboxHandler;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.appstore.StoreTrouble;
import io.cybervpn.domain.appstore.model.Environment;
import io.cybervpn.domain.appstore.repository.StoreCustomers;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Applies the stored pushes of the store's side: whoever is named is read anew soon. Nothing else
 * is taken from a push, so that neither its order nor its repetition matters.
 */
@Singleton
public final class ApplyStoreNotice implements InboxHandler {
    /** The only form in which our apps name a customer. */
    private static final Predicate<String> ACCOUNT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                    .asMatchPredicate();

    private final StoreNotices notices;
    private final StoreRecords records;
    private final StoreCustomers customers;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    ApplyStoreNotice(
            StoreNotices notices,
            StoreRecords records,
            StoreCustomers customers,
            Outbox outbox,
            Clock clock) {
        this.notices = notices;
        this.records = records;
        this.customers = customers;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public boolean handles(String source) {
        return notices.source().equals(source);
    }

    @Override
    public Uni<Applied> apply(Inbox.Message message) {
        return switch (notices.read(message.body())) {
            case Notice.About about ->
                    counts(about.environment()) ? about(about) : elsewhere(about.environment());
            case Notice.Moved moved ->
                    counts(moved.environment()) ? moved(moved) : elsewhere(moved.environment());
            case Notice.Irrelevant(var what) -> answer(Inbox.Outcome.IGNORED, what);
            case Notice.NotUnderstood(var why) -> answer(Inbox.Outcome.FLAGGED, why);
        };
    }

    private boolean counts(Optional<Environment> environment) {
        return environment.filter(one -> one != records.shop()).isEmpty();
    }

    private static Uni<Applied> elsewhere(Optional<Environment> environment) {
        return answer(
                Inbox.Outcome.IGNORED,
                "of %s, which does not count here".formatted(environment.orElseThrow()));
    }

    private Uni<Applied> about(Notice.About about) {
        return ours(about.users())
                .chain(
                        found ->
                                found.isEmpty()
                                        ? unknown(about.event(), about.type())
                                        : ask(found.subList(0, 1), false)
                                                .replaceWith(asked(about.type(), 1)));
    }

    private Uni<Applied> moved(Notice.Moved moved) {
        return ours(moved.from())
                .chain(from -> ours(moved.to()).chain(to -> moved(moved, from, to)));
    }

    private Uni<Applied> moved(Notice.Moved moved, List<AccountId> from, List<AccountId> to) {
        if (from.isEmpty() && to.isEmpty()) {
            return unknown(moved.event(), "TRANSFER");
        }
        List<AccountId> all = new ArrayList<>(from);
        all.addAll(to);
        return ask(from, true)
                .chain(() -> ask(to, false))
                .replaceWith(asked("TRANSFER", all.size()));
    }

    private static Applied asked(String type, int count) {
        return new Applied(
                Inbox.Outcome.APPLIED, "%s: %d customers are read anew".formatted(type, count));
    }

    private Uni<List<AccountId>> ours(List<String> users) {
        List<UUID> ids = users.stream().filter(ACCOUNT).map(UUID::fromString).distinct().toList();
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : customers.ours(ids);
    }

    private Uni<Void> ask(List<AccountId> accounts, boolean leaving) {
        return Multi.createFrom()
                .iterable(accounts)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> customers.ask(one.value().toString(), one, leaving, clock.instant()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Applied> unknown(String event, String type) {
        return outbox.append(new StoreTrouble("unknown_customer", event, clock.instant()))
                .chain(() -> answer(Inbox.Outcome.FLAGGED, "%s of nobody we know".formatted(type)));
    }

    private static Uni<Applied> answer(Inbox.Outcome outcome, String note) {
        return Uni.createFrom().item(new Applied(outcome, note));
    }
}
