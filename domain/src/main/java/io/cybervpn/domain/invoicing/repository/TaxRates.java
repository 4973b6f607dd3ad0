package io.cybervpn.domain.invoicing.repository;

import io.cybervpn.domain.invoicing.TaxRate;
import io.cybervpn.domain.invoicing.TaxRateId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** All tax rates. Every method belongs to the open unit of work. */
public interface TaxRates {
    /** All of them, by country, code and day. */
    Uni<List<TaxRate>> all();

    /** The same, and nobody else changes any until the unit of work ends. */
    Uni<List<TaxRate>> lockAll();

    /** Those of a country that are due on a day, by code; none where no tax is known. */
    Uni<List<TaxRate>> dueIn(String country, LocalDate day);

    /**
     * Stores a rate that was found to fit under the lock of all, new or changed. Finalised
     * documents stay as they are.
     */
    Uni<Void> save(TaxRate rate);

    /**
     * Removes one.
     *
     * @return false when there is none
     */
    Uni<Boolean> remove(TaxRateId id);
}
