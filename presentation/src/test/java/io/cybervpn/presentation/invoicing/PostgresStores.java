package io.cybervpn.presentation.invoicing;

import io.cybervpn.application.invoicing.InvoicingStores.Stores;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.repository.CreditNotes;
import io.cybervpn.domain.invoicing.repository.DocumentNumbers;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.cybervpn.domain.invoicing.repository.Parties;
import io.cybervpn.domain.invoicing.repository.PayLinks;
import io.cybervpn.domain.invoicing.repository.TaxRates;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** All of invoicing in PostgreSQL. */
@Singleton
final class PostgresStores {
    /** Numbered documents cannot be removed; these are of orders that never were. */
    private static final String CLEAN =
            """
            delete from invoice_pay_link where invoice_id in (select id from invoice where account_id = '%1$s');
            delete from credit_note where invoice_id in (select id from invoice where account_id = '%1$s');
            delete from invoice where account_id = '%1$s';
            delete from document_series where series like '%%-2001'""";

    private final Stores stores;
    private final Pool pool;

    @Inject
    PostgresStores(
            UnitOfWork unitOfWork,
            Invoices invoices,
            CreditNotes notes,
            DocumentNumbers numbers,
            TaxRates rates,
            Parties parties,
            PayLinks links,
            Pool pool) {
        this.stores = new Stores(unitOfWork, invoices, notes, numbers, rates, parties, links);
        this.pool = pool;
    }

    Stores stores() {
        return stores;
    }

    /** Removes all that a test stored of this account. */
    void clean(AccountId account) {
        String sql = CLEAN.formatted(account.value());
        pool.withTransaction(
                        connection ->
                                connection
                                        .query(
                                                "set local session_replication_role = replica; "
                                                        + sql)
                                        .execute())
                .await()
                .indefinitely();
    }
}
