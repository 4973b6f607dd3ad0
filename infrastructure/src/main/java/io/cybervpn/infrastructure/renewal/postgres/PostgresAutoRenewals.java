package io.cybervpn.infrastructure.renewal.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.model.AutoRenewal;
import io.cybervpn.domain.renewal.repository.AutoRenewals;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What holds, one row for a subscription, and behind it all that was said. */
@Singleton
final class PostgresAutoRenewals implements AutoRenewals {
    private static final String PUT =
            """
            insert into auto_renewal (subscription_id, account_id, enabled, charge_by, term_days,
                asset, agreed_minor, text_version, since)
            values (:subscription, :account, :enabled, cast(:by as text), cast(:days as integer),
                cast(:asset as text), cast(:agreed as bigint), cast(:version as text), :at)
            on conflict (subscription_id) do update set account_id = excluded.account_id,
                enabled = excluded.enabled, charge_by = excluded.charge_by,
                term_days = excluded.term_days, asset = excluded.asset,
                agreed_minor = excluded.agreed_minor, text_version = excluded.text_version,
                since = excluded.since""";
    private static final String KEEP =
            """
            insert into renewal_consent (subscription_id, account_id, given, charge_by, term_days,
                asset, agreed_minor, text_version, at)
            values (:subscription, :account, :enabled, cast(:by as text), cast(:days as integer),
                cast(:asset as text), cast(:agreed as bigint), cast(:version as text), :at)""";
    private static final String SWITCH_OFF =
            """
            with gone as (
                update auto_renewal set enabled = false, charge_by = null, term_days = null,
                    asset = null, agreed_minor = null, text_version = null, since = :now
                where account_id = :account and enabled
                returning subscription_id, account_id)
            insert into renewal_consent (subscription_id, account_id, given, at)
            select subscription_id, account_id, false, :now from gone""";
    private static final List<String> REOWN =
            List.of(
                    "update auto_renewal set account_id = :into where account_id = :from",
                    "update renewal_consent set account_id = :into where account_id = :from");

    @Override
    public Uni<Optional<AutoRenewal>> find(SubscriptionId subscription) {
        return Panache.getSession()
                .chain(session -> session.find(AutoRenewalRow.class, subscription.value()))
                .map(row -> Optional.ofNullable(row).map(AutoRenewalRow::toValue));
    }

    @Override
    public Uni<Void> put(AutoRenewal renewal) {
        AutoRenewalRow row = AutoRenewalRow.of(renewal);
        return Panache.getSession()
                .chain(session -> write(session, PUT, row).chain(() -> write(session, KEEP, row)))
                .replaceWithVoid();
    }

    private static Uni<Integer> write(Mutiny.Session session, String sql, AutoRenewalRow row) {
        @Nullable TermsColumns terms = row.terms;
        return session.createNativeQuery(sql)
                .setParameter("subscription", row.subscriptionId)
                .setParameter("account", row.accountId)
                .setParameter("enabled", row.enabled)
                .setParameter("by", terms == null ? null : terms.chargeBy)
                .setParameter("days", terms == null ? null : terms.termDays)
                .setParameter("asset", terms == null ? null : terms.asset)
                .setParameter("agreed", terms == null ? null : terms.agreedMinor)
                .setParameter("version", row.textVersion)
                .setParameter("at", row.since)
                .executeUpdate();
    }

    @Override
    public Uni<Void> switchOffAllOf(AccountId account, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(SWITCH_OFF)
                                        .setParameter("account", account.value())
                                        .setParameter("now", now)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return Panache.getSession()
                .chain(
                        session ->
                                reown(session, REOWN.getFirst(), from, into)
                                        .chain(() -> reown(session, REOWN.getLast(), from, into)))
                .replaceWithVoid();
    }

    private static Uni<Integer> reown(
            Mutiny.Session session, String sql, AccountId from, AccountId into) {
        return session.createNativeQuery(sql)
                .setParameter("from", from.value())
                .setParameter("into", into.value())
                .executeUpdate();
    }
}
