package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Consents;
import io.cybervpn.domain.identity.model.Profile;
import io.cybervpn.domain.identity.repository.Profiles;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Profiles by plain SQL in the session of the open unit of work. */
@Singleton
final class PostgresProfiles implements Profiles {
    private static final String OF =
            """
            select display_name, time_zone, marketing_opt_in, marketing_at, marketing_source,
                terms_version, terms_at, version
            from account_profile where account_id = :account""";

    /** As JSON, since a bare null has no type. */
    private static final String PUT =
            """
            insert into account_profile
            select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(
                account_id uuid, display_name text, time_zone text, marketing_opt_in boolean,
                marketing_at timestamptz, marketing_source text, terms_version text,
                terms_at timestamptz, version bigint)
            on conflict (account_id) do update set
                display_name = excluded.display_name, time_zone = excluded.time_zone,
                marketing_opt_in = excluded.marketing_opt_in,
                marketing_at = excluded.marketing_at,
                marketing_source = excluded.marketing_source,
                terms_version = excluded.terms_version, terms_at = excluded.terms_at,
                version = excluded.version""";

    @Override
    public Uni<Profile> of(AccountId account) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(OF, Object[].class)
                                        .setParameter("account", account.value())
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(row -> profile(account, row))
                                        .orElseGet(() -> Profile.empty(account)));
    }

    private static Profile profile(AccountId account, Object[] row) {
        return new Profile(
                account,
                Optional.ofNullable((String) row[0]),
                Optional.ofNullable((String) row[1]),
                new Consents(marketing(row), terms(row)),
                ((Number) row[7]).longValue());
    }

    private static Optional<Consents.Marketing> marketing(Object[] row) {
        return Optional.ofNullable((Boolean) row[2])
                .map(optIn -> new Consents.Marketing(optIn, instant(row[3]), (String) row[4]));
    }

    private static Optional<Consents.Terms> terms(Object[] row) {
        return Optional.ofNullable((String) row[5])
                .map(version -> new Consents.Terms(version, instant(row[6])));
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    @Override
    public Uni<Void> put(Profile profile) {
        Optional<Consents.Marketing> marketing = profile.consents().marketing();
        Optional<Consents.Terms> terms = profile.consents().terms();
        JsonRows rows = new JsonRows();
        rows.add()
                .put("account_id", profile.account().value().toString())
                .put("display_name", profile.displayName().orElse(null))
                .put("time_zone", profile.timeZone().orElse(null))
                .put("marketing_opt_in", marketing.map(Consents.Marketing::optIn).orElse(null))
                .put("marketing_at", text(marketing.map(Consents.Marketing::at)))
                .put("marketing_source", marketing.map(Consents.Marketing::source).orElse(null))
                .put("terms_version", terms.map(Consents.Terms::version).orElse(null))
                .put("terms_at", text(terms.map(Consents.Terms::at)))
                .put("version", profile.version());
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(PUT)
                                        .setParameter("rows", rows.toString())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static @Nullable String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }
}
