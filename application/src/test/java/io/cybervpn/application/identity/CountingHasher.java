package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.PasswordHasher;
import io.cybervpn.domain.identity.model.Password;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Hashes nothing, counts the work, and can be told to be busy. */
final class CountingHasher implements PasswordHasher {
    private int comparisons;
    private int hashes;
    private boolean busy;

    @Override
    public Uni<Hashed> hash(Password password) {
        return Uni.createFrom().item(() -> hashNow(password));
    }

    @Override
    public Uni<Verified> verify(Password password, String hash) {
        return Uni.createFrom().item(() -> compare(hash.endsWith("d " + password.value())));
    }

    @Override
    public Uni<Verified> verifyNothing(Password password) {
        return Uni.createFrom().item(() -> compare(false));
    }

    @Override
    public boolean isOutdated(String hash) {
        return !hash.startsWith("hashed ");
    }

    void beBusy() {
        busy = true;
    }

    int comparisons() {
        return comparisons;
    }

    int hashes() {
        return hashes;
    }

    private Hashed hashNow(Password password) {
        hashes++;
        return busy
                ? new Hashed.Busy(Duration.ofSeconds(1))
                : new Hashed.Done("hashed " + password.value());
    }

    private Verified compare(boolean match) {
        comparisons++;
        if (busy) {
            return new Verified.Busy(Duration.ofSeconds(1));
        }
        return match ? new Verified.Match() : new Verified.Mismatch();
    }
}
