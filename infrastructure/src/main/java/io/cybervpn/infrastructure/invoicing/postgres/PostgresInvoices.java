package io.cybervpn.infrastructure.invoicing.postgres;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.InvoiceDetails;
import io.cybervpn.domain.invoicing.model.Origin;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Invoices in the session of the open unit of work. */
@Singleton
final class PostgresInvoices implements Invoices {
    /** A plain persist could not say "taken" without breaking the transaction. */
    private static final String ADD =
            """
            insert into invoice (id, account_id, order_id, written_by, request_key, status, asset,
                net_minor, tax_minor, total_minor, buyer, lines, note, due_days, version, created_at)
            values (:id, :account, cast(:order as uuid), cast(:writer as uuid), :key, 'draft', :asset,
                :net, :tax, :total, :buyer, :lines, :note, :dueDays, :version, :createdAt)
            on conflict do nothing""";

    private static final String ACCOUNT = "select account_id from invoice where id = :id";
    private static final String WRITTEN =
            "select "
                    + InvoiceRow.COLUMNS
                    + " from invoice where written_by = :writer and request_key = :key";
    private static final String REMOVE = "delete from invoice where id = :id and status = 'draft'";
    private static final String OF_SUBJECT =
            "select "
                    + InvoiceRow.COLUMNS
                    + " from invoice where id = :subject or order_id = :subject for update";
    private static final String HOLD_ORDER =
            "select 1 from pg_advisory_xact_lock(hashtextextended('invoice of ' || :order, 0))";
    private static final String AWAITED =
            """
            select 1 from sales_order o, invoicing_start s
            where o.id = :order and o.status = 'paid' and o.paid_at > s.at
                and not exists (select from invoice i where i.order_id = o.id)""";
    private static final String MATCHING =
            """
            where (cast(:account as uuid) is null or account_id = :account)
                and status = any(:statuses)
                and (cast(:from as timestamptz) is null or issued_at >= :from)
                and (cast(:to as timestamptz) is null or issued_at < :to)
                and (cast(:number as text) is null or number = :number)""";
    private static final String WITHDRAW =
            """
            update invoice set status = 'void', closed_at = cast(:now as timestamptz),
                close_reason = 'The account was erased.', version = version + 1
            where account_id = :account and status = 'open'""";
    private static final String FORGET =
            "delete from invoice where account_id = :account and status = 'draft'";
    private static final String REOWN =
            "update invoice set account_id = :into where account_id = :from";

    @Override
    public Uni<Boolean> add(Invoice.Draft draft) {
        InvoiceDetails details = draft.details();
        return details.origin()
                .paidOrder()
                .map(this::holdOrder)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(() -> Panache.getSession())
                .chain(
                        session ->
                                withContent(
                                                withOrigin(session.createNativeQuery(ADD), details),
                                                details)
                                        .executeUpdate())
                .map(added -> added == 1);
    }

    private static Mutiny.MutationQuery withOrigin(
            Mutiny.MutationQuery insert, InvoiceDetails details) {
        insert.setParameter("id", details.id().value())
                .setParameter("account", details.account().value())
                .setParameter("createdAt", details.createdAt());
        return switch (details.origin()) {
            case Origin.OfOrder(var order) ->
                    insert.setParameter("order", order.value())
                            .setParameter("writer", (UUID) null)
                            .setParameter("key", (String) null);
            case Origin.ByStaff(var staff, var key) ->
                    insert.setParameter("order", (UUID) null)
                            .setParameter("writer", staff.value())
                            .setParameter("key", key);
        };
    }

    private static Mutiny.MutationQuery withContent(
            Mutiny.MutationQuery insert, InvoiceDetails details) {
        return insert.setParameter("asset", details.asset().code())
                .setParameter("net", details.totals().net().minorUnits())
                .setParameter("tax", details.totals().tax().minorUnits())
                .setParameter("total", details.totals().total().minorUnits())
                .setParameter("buyer", Documents.of(details.buyer()))
                .setParameter("lines", Documents.ofLines(details.lines()))
                .setParameter("note", details.note())
                .setParameter("dueDays", details.dueDays())
                .setParameter("version", details.version());
    }

    @Override
    public Uni<Optional<Invoice>> find(InvoiceId id) {
        return Panache.getSession()
                .chain(session -> session.find(InvoiceRow.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(InvoiceRow::toState));
    }

    /** No row is kept in the session: it would be the answer when the invoice is locked later. */
    @Override
    public Uni<Optional<AccountId>> accountOf(InvoiceId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ACCOUNT, UUID.class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(AccountId::new));
    }

    @Override
    public Uni<Optional<Invoice>> writtenWith(Origin.ByStaff origin) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(WRITTEN, InvoiceRow.class)
                                        .setParameter("writer", origin.staff().value())
                                        .setParameter("key", origin.requestKey())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(InvoiceRow::toState));
    }

    @Override
    public Uni<Void> remove(Invoice.Draft draft) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(REMOVE)
                                        .setParameter("id", draft.id().value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Invoice>> lockOf(UUID subject) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OF_SUBJECT, InvoiceRow.class)
                                        .setParameter("subject", subject)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(InvoiceRow::toState));
    }

    @Override
    public Uni<Void> holdOrder(OrderId order) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(HOLD_ORDER, Integer.class)
                                        .setParameter("order", order.value().toString())
                                        .getSingleResult())
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> isAwaited(OrderId order) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(AWAITED, Integer.class)
                                        .setParameter("order", order.value())
                                        .getResultList())
                .map(rows -> !rows.isEmpty());
    }

    @Override
    public Uni<Void> save(Invoice invoice) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.find(InvoiceRow.class, invoice.id().value())
                                        .invoke(row -> row.become(invoice))
                                        .chain(session::flush));
    }

    @Override
    public Uni<List<Invoice>> list(Filter filter, int limit, long offset) {
        String sql =
                "select "
                        + InvoiceRow.COLUMNS
                        + " from invoice "
                        + MATCHING
                        + " order by id desc limit :limit offset :offset";
        return Panache.getSession()
                .chain(
                        session ->
                                filtered(session.createNativeQuery(sql, InvoiceRow.class), filter)
                                        .setParameter("limit", limit)
                                        .setParameter("offset", offset)
                                        .getResultList())
                .map(rows -> rows.stream().map(InvoiceRow::toState).toList());
    }

    @Override
    public Uni<Long> count(Filter filter, int most) {
        String sql =
                "select count(*) from (select 1 from invoice " + MATCHING + " limit :most) counted";
        return Panache.getSession()
                .chain(
                        session ->
                                filtered(session.createNativeQuery(sql, Long.class), filter)
                                        .setParameter("most", most)
                                        .getSingleResult());
    }

    private static <T> Mutiny.SelectionQuery<T> filtered(
            Mutiny.SelectionQuery<T> query, Filter filter) {
        return query.setParameter("account", filter.account().map(AccountId::value).orElse(null))
                .setParameter(
                        "statuses",
                        filter.statuses().stream().map(InvoiceStatus::code).toArray(String[]::new))
                .setParameter("from", filter.issuedFrom().orElse(null))
                .setParameter("to", filter.issuedTo().orElse(null))
                .setParameter("number", filter.number().orElse(null));
    }

    @Override
    public Uni<Void> release(AccountId account, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(WITHDRAW)
                                        .setParameter("account", account.value())
                                        .setParameter("now", now)
                                        .executeUpdate()
                                        .chain(
                                                () ->
                                                        session.createNativeQuery(FORGET)
                                                                .setParameter(
                                                                        "account", account.value())
                                                                .executeUpdate()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(REOWN)
                                        .setParameter("from", from.value())
                                        .setParameter("into", into.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
