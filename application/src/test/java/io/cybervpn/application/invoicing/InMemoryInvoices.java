package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.InvoiceDetails;
import io.cybervpn.domain.invoicing.model.Issue;
import io.cybervpn.domain.invoicing.model.Origin;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Invoices in memory, and which orders were paid. */
public final class InMemoryInvoices implements Invoices {
    private final InMemoryTable<Origin, InvoiceId> origins;
    private final InMemoryTable<InvoiceId, Invoice> invoices;
    private final Set<OrderId> paid = new HashSet<>();

    public InMemoryInvoices(InMemoryUnitOfWork unitOfWork) {
        this.origins = unitOfWork.table();
        this.invoices = unitOfWork.table();
    }

    /** Says that an order was paid. */
    public void paid(OrderId order) {
        paid.add(order);
    }

    public List<Invoice> all() {
        return invoices.all();
    }

    @Override
    public Uni<Boolean> add(Invoice.Draft draft) {
        return Uni.createFrom().item(() -> addNow(draft));
    }

    private boolean addNow(Invoice.Draft draft) {
        boolean isNew = origins.insert(draft.details().origin(), draft.id());
        if (isNew) {
            invoices.put(draft.id(), draft);
        }
        return isNew;
    }

    @Override
    public Uni<Optional<Invoice>> find(InvoiceId id) {
        return Uni.createFrom().item(() -> invoices.get(id));
    }

    @Override
    public Uni<Optional<AccountId>> accountOf(InvoiceId id) {
        return find(id).map(found -> found.map(one -> one.details().account()));
    }

    @Override
    public Uni<Optional<Invoice>> writtenWith(Origin.ByStaff origin) {
        return Uni.createFrom().item(() -> origins.get(origin).flatMap(invoices::get));
    }

    @Override
    public Uni<Void> remove(Invoice.Draft draft) {
        return Uni.createFrom().voidItem().invoke(() -> forget(draft));
    }

    private void forget(Invoice.Draft draft) {
        invoices.remove(draft.id());
        origins.remove(draft.details().origin());
    }

    @Override
    public Uni<Optional<Invoice>> lockOf(UUID subject) {
        return Uni.createFrom()
                .item(
                        () ->
                                origins.get(new Origin.OfOrder(new OrderId(subject)))
                                        .or(() -> Optional.of(new InvoiceId(subject)))
                                        .flatMap(invoices::get));
    }

    @Override
    public Uni<Void> holdOrder(OrderId order) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Boolean> isAwaited(OrderId order) {
        return Uni.createFrom()
                .item(
                        () ->
                                paid.contains(order)
                                        && origins.get(new Origin.OfOrder(order)).isEmpty());
    }

    @Override
    public Uni<Void> save(Invoice invoice) {
        return Uni.createFrom().voidItem().invoke(() -> invoices.put(invoice.id(), invoice));
    }

    @Override
    public Uni<List<Invoice>> list(Filter filter, int limit, long offset) {
        return Uni.createFrom()
                .item(
                        () ->
                                invoices.where(one -> matches(one, filter)).stream()
                                        .sorted(
                                                Comparator.comparing(
                                                                (Invoice one) ->
                                                                        one.id().value().toString())
                                                        .reversed())
                                        .skip(offset)
                                        .limit(limit)
                                        .toList());
    }

    @Override
    public Uni<Long> count(Filter filter, int most) {
        return Uni.createFrom()
                .item(
                        () ->
                                invoices.where(one -> matches(one, filter)).stream()
                                        .limit(most)
                                        .count());
    }

    private static boolean matches(Invoice invoice, Filter filter) {
        Optional<Issue> issue =
                switch (invoice) {
                    case Invoice.Draft _ -> Optional.empty();
                    case Invoice.Finalised finalised -> Optional.of(finalised.issue());
                };
        Optional<Instant> at = issue.map(Issue::issuedAt);
        return filter.account().map(invoice.details().account()::equals).orElse(true)
                && filter.statuses().contains(invoice.status())
                && filter.issuedFrom()
                        .map(from -> at.filter(seen -> !seen.isBefore(from)).isPresent())
                        .orElse(true)
                && filter.issuedTo()
                        .map(to -> at.filter(seen -> seen.isBefore(to)).isPresent())
                        .orElse(true)
                && filter.number()
                        .map(text -> issue.filter(one -> one.number().text().equals(text)))
                        .map(Optional::isPresent)
                        .orElse(true);
    }

    @Override
    public Uni<Void> release(AccountId account, Instant now) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> of(account).forEach(invoice -> release(invoice, now)));
    }

    private List<Invoice> of(AccountId account) {
        return invoices.where(one -> one.details().account().equals(account));
    }

    private void release(Invoice invoice, Instant now) {
        switch (invoice) {
            case Invoice.Draft draft -> forget(draft);
            case Invoice.Open open ->
                    invoices.put(
                            open.id(),
                            open.withdraw(new Invoice.Closing("The account was erased.", now)));
            case Invoice.Paid _, Invoice.Voided _, Invoice.Uncollectible _ -> {}
        }
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> of(from).forEach(one -> invoices.put(one.id(), owned(one, into))));
    }

    private static Invoice owned(Invoice invoice, AccountId into) {
        InvoiceDetails old = invoice.details();
        InvoiceDetails next =
                new InvoiceDetails(
                        old.id(),
                        into,
                        old.origin(),
                        old.asset(),
                        old.buyer(),
                        old.lines(),
                        old.note(),
                        old.dueDays(),
                        old.createdAt(),
                        old.version());
        return switch (invoice) {
            case Invoice.Draft _ -> new Invoice.Draft(next);
            case Invoice.Open(_, var issue) -> new Invoice.Open(next, issue);
            case Invoice.Paid(_, var issue, var payment, var at) ->
                    new Invoice.Paid(next, issue, payment, at);
            case Invoice.Voided(_, var issue, var why) -> new Invoice.Voided(next, issue, why);
            case Invoice.Uncollectible(_, var issue, var why) ->
                    new Invoice.Uncollectible(next, issue, why);
        };
    }
}
