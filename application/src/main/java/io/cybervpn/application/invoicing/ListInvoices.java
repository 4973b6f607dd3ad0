package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows invoices, newest first: a customer his own, drafts of staff not among them; everybody's to
 * who has {@link Permission#INVOICES_READ}.
 */
@Singleton
public final class ListInvoices {
    private static final Set<InvoiceStatus> ALL = Set.of(InvoiceStatus.values());
    private static final Set<InvoiceStatus> FINALISED =
            ALL.stream()
                    .filter(status -> status != InvoiceStatus.DRAFT)
                    .collect(Collectors.toUnmodifiableSet());

    private final UnitOfWork unitOfWork;
    private final Invoices invoices;

    @Inject
    ListInvoices(UnitOfWork unitOfWork, Invoices invoices) {
        this.unitOfWork = unitOfWork;
        this.invoices = invoices;
    }

    /** Which to show. */
    public record Query(Actor actor, Wish wish, Page.Request page) {}

    /**
     * What is looked for.
     *
     * @param account whose; empty, from staff: everybody's. A customer sees his own in any case
     * @param statuses only these; with none nothing is found
     * @param issuedTo before it
     */
    public record Wish(
            Optional<AccountId> account,
            Set<InvoiceStatus> statuses,
            Optional<Instant> issuedFrom,
            Optional<Instant> issuedTo,
            Optional<String> number) {
        /** Copies the set. */
        public Wish {
            statuses = Set.copyOf(statuses);
        }
    }

    /** The answer. */
    public sealed interface Result {
        /** The page, without credit notes. */
        record Listed(Page<InvoiceView> page) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Shows them. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return filter(query)
                .map(filter -> unitOfWork.run(() -> page(filter, query.page())))
                .orElseGet(() -> Uni.createFrom().item(new Result.Forbidden()));
    }

    private static Optional<Invoices.Filter> filter(Query query) {
        Wish wish = query.wish();
        return switch (query.actor()) {
            case Actor.Guest _ -> Optional.empty();
            case Actor.Customer customer ->
                    Optional.of(filter(wish, Optional.of(customer.id()), FINALISED));
            case Actor.Staff _, Actor.Key _, Actor.System _ ->
                    query.actor().may(Permission.INVOICES_READ)
                            ? Optional.of(filter(wish, wish.account(), ALL))
                            : Optional.empty();
        };
    }

    private static Invoices.Filter filter(
            Wish wish, Optional<AccountId> account, Set<InvoiceStatus> seen) {
        return new Invoices.Filter(
                account,
                seen.stream().filter(wish.statuses()::contains).collect(Collectors.toSet()),
                wish.issuedFrom(),
                wish.issuedTo(),
                wish.number());
    }

    private Uni<Result> page(Invoices.Filter filter, Page.Request page) {
        return invoices.list(filter, page.size(), page.offset())
                .map(found -> found.stream().map(InvoiceView::of).toList())
                .chain(items -> total(filter, page).map(total -> listed(items, page, total)));
    }

    private Uni<Optional<Long>> total(Invoices.Filter filter, Page.Request page) {
        return page.count()
                ? invoices.count(filter, Page.COUNTED_MAX).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private static Result listed(List<InvoiceView> items, Page.Request page, Optional<Long> total) {
        return new Result.Listed(Page.counted(items, page, total));
    }
}
