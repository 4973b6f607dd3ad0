package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.model.TrialIdentifier;
import io.cybervpn.domain.identity.repository.TrialMarkers;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.cybervpn.infrastructure.shared.KeyRing;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 of identifiers, so that who reads the table cannot try e-mail addresses against it.
 * A key that is taken out of the configuration makes its markers worthless.
 */
@Singleton
final class PostgresTrialMarkers implements TrialMarkers {
    private static final String ALGORITHM = "HmacSHA256";

    private static final String IS_MARKED =
            """
            select exists (select 1 from trial_marker
                where hash in (select * from jsonb_array_elements_text(cast(cast(:hashes as text) as jsonb))))""";

    private static final String UNMARK =
            """
            delete from trial_marker
            where hash in (select * from jsonb_array_elements_text(cast(cast(:hashes as text) as jsonb)))""";

    private static final String MARK =
            """
            insert into trial_marker (hash, key_id, at)
            select hash, key_id, :at from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r(hash text, key_id text)
            order by hash on conflict do nothing""";

    private final KeyRing keys;

    /** What a shop may set under {@code cybervpn.trials}. */
    @ConfigMapping(prefix = "cybervpn.trials")
    interface Config {
        /** Keys as {@code id:key}, the newest first; see {@link KeyRing#of}. */
        Optional<List<String>> keys();
    }

    @Inject
    PostgresTrialMarkers(Config config) {
        this.keys = KeyRing.of("cybervpn.trials.keys", config.keys().orElse(List.of()));
    }

    @Override
    public Uni<Boolean> isMarked(Set<TrialIdentifier> identifiers) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(IS_MARKED, Boolean.class)
                                        .setParameter("hashes", hashes(identifiers))
                                        .getSingleResult());
    }

    @Override
    public Uni<Void> mark(Set<TrialIdentifier> identifiers, Instant at) {
        return insert(identifiers, at).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> claim(Set<TrialIdentifier> identifiers, Instant at) {
        return insert(identifiers, at).map(inserted -> inserted == identifiers.size());
    }

    @Override
    public Uni<Void> unmark(Set<TrialIdentifier> identifiers) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(UNMARK)
                                        .setParameter("hashes", hashes(identifiers))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Integer> insert(Set<TrialIdentifier> identifiers, Instant at) {
        JsonRows rows = new JsonRows();
        KeyRing.Key key = keys.first();
        identifiers.forEach(one -> rows.add().put("hash", hash(key, one)).put("key_id", key.id()));
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(MARK)
                                        .setParameter("rows", rows.toString())
                                        .setParameter("at", at)
                                        .executeUpdate());
    }

    private String hashes(Set<TrialIdentifier> identifiers) {
        return keys.all().stream()
                .flatMap(key -> identifiers.stream().map(one -> hash(key, one)))
                .collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    private static String hash(KeyRing.Key key, TrialIdentifier identifier) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.secret(), ALGORITHM));
            String text = identifier.kind() + ":" + identifier.value();
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
