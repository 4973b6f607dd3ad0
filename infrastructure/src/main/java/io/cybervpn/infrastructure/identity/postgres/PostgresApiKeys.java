package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.IpRange;
import io.cybervpn.domain.identity.model.ApiKey;
import io.cybervpn.domain.identity.model.TokenHash;
import io.cybervpn.domain.identity.repository.ApiKeys;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** API keys, in the session of the open unit of work. */
@Singleton
final class PostgresApiKeys implements ApiKeys {
    /** Hibernate reads no arrays of a native query. */
    private static final String SELECT =
            """
            select id, name, array_to_string(scopes, ' '), array_to_string(networks, ' '),
                expires_at, secret_hash, old_secret_hash, old_secret_until, created_by, created_at,
                revoked_at, version, last_used_at, last_used_address
            from api_key""";

    private static final String ALL =
            SELECT + " order by (revoked_at is not null), created_at desc, id desc limit :size";
    private static final String FIND = SELECT + " where id = :id";
    private static final String LOCK = FIND + " for update";
    private static final String COUNT_OPEN =
            """
            select count(*) from api_key
            where revoked_at is null and (expires_at is null or expires_at > :now)""";
    private static final String ADD =
            """
            insert into api_key (id, name, scopes, networks, expires_at, secret_hash,
                old_secret_hash, old_secret_until, created_by, created_at, revoked_at, version)
            values (:id, :name, :scopes, :networks, cast(nullif(:expiresAt, '') as timestamptz),
                :secret, nullif(:oldSecret, ''), cast(nullif(:oldUntil, '') as timestamptz),
                cast(nullif(:createdBy, '') as uuid), :createdAt,
                cast(nullif(:revokedAt, '') as timestamptz), :version)""";
    private static final String SAVE =
            """
            update api_key set name = :name, scopes = :scopes, networks = :networks,
                expires_at = cast(nullif(:expiresAt, '') as timestamptz), secret_hash = :secret,
                old_secret_hash = nullif(:oldSecret, ''),
                old_secret_until = cast(nullif(:oldUntil, '') as timestamptz),
                revoked_at = cast(nullif(:revokedAt, '') as timestamptz), version = :version
            where id = :id""";

    @Override
    public Uni<List<ApiKey>> all(int limit) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(ALL, Object[].class)
                                        .setParameter("size", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresApiKeys::key).toList());
    }

    @Override
    public Uni<Optional<ApiKey>> find(ApiKeyId id) {
        return one(FIND, id);
    }

    @Override
    public Uni<Optional<ApiKey>> lock(ApiKeyId id) {
        return one(LOCK, id);
    }

    private static Uni<Optional<ApiKey>> one(String query, ApiKeyId id) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(query, Object[].class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresApiKeys::key));
    }

    @Override
    public Uni<Long> countOpen(Instant now) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(COUNT_OPEN, Long.class)
                                        .setParameter("now", now)
                                        .getSingleResult());
    }

    @Override
    public Uni<Void> add(ApiKey key) {
        return Panache.getSession()
                .chain(
                        db ->
                                filled(db.createNativeQuery(ADD), key)
                                        .setParameter(
                                                "createdBy",
                                                text(key.createdBy().map(AccountId::value)))
                                        .setParameter("createdAt", key.createdAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> save(ApiKey key) {
        return Panache.getSession()
                .chain(db -> filled(db.createNativeQuery(SAVE), key).executeUpdate())
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery filled(Mutiny.MutationQuery query, ApiKey key) {
        ApiKey.Terms terms = key.terms();
        Optional<ApiKey.Retiring> old = key.secrets().before();
        return query.setParameter("id", key.id().value())
                .setParameter("name", terms.name())
                .setParameter("scopes", terms.scopes().stream().sorted().toArray(String[]::new))
                .setParameter(
                        "networks",
                        terms.networks().stream().map(IpRange::toString).toArray(String[]::new))
                .setParameter("expiresAt", text(terms.expiresAt()))
                .setParameter("secret", key.secrets().current().hex())
                .setParameter("oldSecret", text(old.map(before -> before.hash().hex())))
                .setParameter("oldUntil", text(old.map(ApiKey.Retiring::until)))
                .setParameter("revokedAt", text(key.revokedAt()))
                .setParameter("version", key.version());
    }

    /** Absent as an empty text: a bare null has no type. */
    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static ApiKey key(Object[] row) {
        ApiKey.Terms terms =
                new ApiKey.Terms(
                        (String) row[1],
                        Set.copyOf(words(row[2])),
                        words(row[3]).stream()
                                .flatMap(range -> IpRange.parse(range).stream())
                                .toList(),
                        time(row[4]));
        Optional<ApiKey.Retiring> old =
                time(row[7])
                        .map(until -> new ApiKey.Retiring(new TokenHash((String) row[6]), until));
        return new ApiKey(
                new ApiKeyId((UUID) row[0]),
                terms,
                new ApiKey.Secrets(new TokenHash((String) row[5]), old),
                Optional.ofNullable((UUID) row[8]).map(AccountId::new),
                time(row[9]).orElseThrow(),
                time(row[10]),
                time(row[12]).map(at -> new ApiKey.Use(at, String.valueOf(row[13]))),
                ((Number) row[11]).longValue());
    }

    private static List<String> words(Object joined) {
        return Stream.of(((String) joined).split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static Optional<Instant> time(@Nullable Object value) {
        return Optional.ofNullable((OffsetDateTime) value).map(OffsetDateTime::toInstant);
    }
}
