package io.cybervpn.application.provisioning.port;

import io.cybervpn.application.provisioning.LinkFile;
import io.cybervpn.domain.provisioning.AccessId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** The last good answers for an access, for days in which its panel is down. Never fails. */
public interface LastAnswers {
    /** The last one, if it is not too old. */
    Uni<Optional<LinkFile>> find(AccessId access, String variant);

    /** Keeps one; one too many of an access is not kept. */
    Uni<Void> put(AccessId access, String variant, LinkFile file, Duration kept);

    /** Forgets all of an access: its keys were changed. */
    Uni<Void> forget(AccessId access);
}
