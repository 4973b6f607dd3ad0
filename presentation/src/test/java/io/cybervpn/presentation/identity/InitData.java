package io.cybervpn.presentation.identity;

import io.cybervpn.presentation.shared.ShopWorld;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Start data of a Mini App, sealed as Telegram seals them for the bot of the tests. */
final class InitData {
    private InitData() {}

    static long freshId() {
        return ThreadLocalRandom.current().nextLong(1_000_000, 1L << 51);
    }

    static String of(long id, Instant at) {
        String user = "{\"id\":%d,\"first_name\":\"Иван\",\"language_code\":\"ru\"}".formatted(id);
        String lines = "auth_date=%d\nuser=%s".formatted(at.getEpochSecond(), user);
        byte[] key = mac("WebAppData".getBytes(StandardCharsets.UTF_8), ShopWorld.BOT_TOKEN);
        return "auth_date=%d&user=%s&hash=%s"
                .formatted(
                        at.getEpochSecond(),
                        URLEncoder.encode(user, StandardCharsets.UTF_8),
                        HexFormat.of().formatHex(mac(key, lines)));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
