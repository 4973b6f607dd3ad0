package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.invoicing.TaxRate;
import io.cybervpn.domain.invoicing.TaxRateId;
import io.cybervpn.domain.invoicing.repository.TaxRates;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Tax rates in memory. */
public final class InMemoryTaxRates implements TaxRates {
    private final InMemoryTable<TaxRateId, TaxRate> rates;

    public InMemoryTaxRates(InMemoryUnitOfWork unitOfWork) {
        this.rates = unitOfWork.table();
    }

    @Override
    public Uni<List<TaxRate>> all() {
        return Uni.createFrom()
                .item(
                        () ->
                                rates.all().stream()
                                        .sorted(
                                                Comparator.comparing(TaxRate::country)
                                                        .thenComparing(TaxRate::code)
                                                        .thenComparing(TaxRate::validFrom))
                                        .toList());
    }

    @Override
    public Uni<List<TaxRate>> lockAll() {
        return all();
    }

    @Override
    public Uni<List<TaxRate>> dueIn(String country, LocalDate day) {
        return all().map(
                        found ->
                                found.stream()
                                        .filter(rate -> rate.country().equals(country))
                                        .filter(rate -> rate.isValidOn(day))
                                        .toList());
    }

    @Override
    public Uni<Void> save(TaxRate rate) {
        return Uni.createFrom().voidItem().invoke(() -> rates.put(rate.id(), rate));
    }

    @Override
    public Uni<Boolean> remove(TaxRateId id) {
        return Uni.createFrom().item(() -> removeNow(id));
    }

    private boolean removeNow(TaxRateId id) {
        boolean isThere = rates.get(id).isPresent();
        rates.remove(id);
        return isThere;
    }
}
