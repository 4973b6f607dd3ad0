package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.PayLinkId;
import io.cybervpn.domain.invoicing.model.PayLink;
import io.cybervpn.domain.invoicing.repository.PayLinks;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Links in memory. */
public final class InMemoryPayLinks implements PayLinks {
    private final InMemoryTable<PayLinkId, PayLink> links;
    private final InMemoryInvoices invoices;

    public InMemoryPayLinks(InMemoryUnitOfWork unitOfWork, InMemoryInvoices invoices) {
        this.links = unitOfWork.table();
        this.invoices = invoices;
    }

    @Override
    public Uni<Void> add(PayLink link) {
        return save(link);
    }

    @Override
    public Uni<Optional<PayLink>> withHash(String tokenHash) {
        return Uni.createFrom()
                .item(
                        () ->
                                links.where(one -> one.tokenHash().equals(tokenHash)).stream()
                                        .findFirst());
    }

    @Override
    public Uni<List<PayLink>> of(InvoiceId invoice) {
        return Uni.createFrom()
                .item(
                        () ->
                                links.where(one -> one.invoice().equals(invoice)).stream()
                                        .sorted(
                                                Comparator.comparing(
                                                                (PayLink one) ->
                                                                        one.id().value().toString())
                                                        .reversed())
                                        .toList());
    }

    @Override
    public Uni<Optional<PayLink>> find(PayLinkId id) {
        return Uni.createFrom().item(() -> links.get(id));
    }

    @Override
    public Uni<Void> save(PayLink link) {
        return Uni.createFrom().voidItem().invoke(() -> links.put(link.id(), link));
    }

    @Override
    public Uni<Void> forget(AccountId account) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                links.all().stream()
                                        .filter(one -> isOf(account, one))
                                        .forEach(one -> links.remove(one.id())));
    }

    private boolean isOf(AccountId account, PayLink link) {
        return invoices.all().stream()
                .anyMatch(
                        one ->
                                one.id().equals(link.invoice())
                                        && one.details().account().equals(account));
    }
}
