package io.cybervpn.presentation.live.ws;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.List;

/** How the HTTP server speaks WebSocket: in short messages, without buffers for compression. */
@Singleton
final class SocketServer implements HttpServerOptionsCustomizer {
    /** Of a client; a token is about 600 bytes. */
    private static final int MESSAGE_BYTES_MAX = 8 * 1024;

    private static final int CLOSING_SECONDS_MAX = 3;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        customize(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customize(options);
    }

    private static void customize(HttpServerOptions options) {
        options.setMaxWebSocketFrameSize(MESSAGE_BYTES_MAX)
                .setMaxWebSocketMessageSize(MESSAGE_BYTES_MAX)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setWebSocketClosingTimeout(CLOSING_SECONDS_MAX)
                .setWebSocketSubProtocols(List.of(Credential.CARRIER));
    }
}
