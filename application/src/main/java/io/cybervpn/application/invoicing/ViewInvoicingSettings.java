package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.SeriesRule;
import io.cybervpn.domain.invoicing.TaxRate;
import io.cybervpn.domain.invoicing.repository.DocumentNumbers;
import io.cybervpn.domain.invoicing.repository.Parties;
import io.cybervpn.domain.invoicing.repository.TaxRates;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows what is printed on invoices from now on. Needs {@link Permission#INVOICES_READ}. */
@Singleton
public final class ViewInvoicingSettings {
    private final UnitOfWork unitOfWork;
    private final Parties parties;
    private final DocumentNumbers numbers;
    private final TaxRates taxRates;

    @Inject
    ViewInvoicingSettings(
            UnitOfWork unitOfWork, Parties parties, DocumentNumbers numbers, TaxRates taxRates) {
        this.unitOfWork = unitOfWork;
        this.parties = parties;
        this.numbers = numbers;
        this.taxRates = taxRates;
    }

    /** Who asks. */
    public record Query(Actor actor) {}

    /** The answer. */
    public sealed interface Result {
        /** These. */
        record Found(Party seller, List<SeriesRule> series, List<TaxRate> rates) implements Result {
            /** Copies the lists. */
            public Found {
                series = List.copyOf(series);
                rates = List.copyOf(rates);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Shows them. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.INVOICES_READ)
                ? unitOfWork.run(() -> parties.seller().chain(this::withSeller))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<Result> withSeller(Party seller) {
        return numbers.rules().chain(series -> withSeries(seller, series));
    }

    private Uni<Result> withSeries(Party seller, List<SeriesRule> series) {
        return taxRates.all().map(rates -> new Result.Found(seller, series, rates));
    }
}
