package io.cybervpn.infrastructure.provisioning.link;

import io.cybervpn.application.provisioning.LinkSettings;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.application.subscription.SubscriptionLinks;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessLink;
import io.cybervpn.domain.subscription.SubscriptionId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Opens the links of provisioning for those who show subscriptions. */
@Singleton
final class SealedLinks implements SubscriptionLinks {
    private final SecretBox box;
    private final LinkSettings settings;

    @Inject
    SealedLinks(SecretBox box, LinkSettings settings) {
        this.box = box;
        this.settings = settings;
    }

    @Override
    public URI open(SubscriptionId subscription, String sealed) {
        AccessId access = new AccessId(subscription.value());
        byte[] token = box.open(sealed, AccessLink.purposeOf(access));
        return URI.create(settings.urlOf(new String(token, StandardCharsets.UTF_8)));
    }
}
