import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Opens many WebSockets of one account, tells it something through Valkey as the shop does, and
 * measures until when each socket has it. One thread, no library: what it costs itself is small.
 * Arguments: port of the shop, address of Valkey, account, access token, sockets, news.
 */
public final class Sockets {
    private static final int BATCH = 100;
    private static final String MARK = "bench-";

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final byte[] bytes = new byte[64 * 1024];
    private int upgraded;
    private int heard;
    private long toldAt;
    private byte[] mark = new byte[0];
    private final int port;
    private final URI valkey;
    private final String account;
    private final String token;
    private final int sockets;
    private final int news;
    private final long[] latencies;
    private int taken;

    private Sockets(String[] args) throws IOException {
        port = Integer.parseInt(args[0]);
        valkey = URI.create(args[1]);
        account = args[2];
        token = args[3];
        sockets = Integer.parseInt(args[4]);
        news = Integer.parseInt(args[5]);
        latencies = new long[sockets * news];
    }

    public static void main(String[] args) throws Exception {
        new Sockets(args).run();
    }

    private void run() throws Exception {
        for (int opened = 0; opened < sockets; opened += BATCH) {
            openBatch(Math.min(sockets, opened + BATCH));
        }
        System.out.println("open " + upgraded);
        read(3_000);
        try (Socket redis = connect(valkey)) {
            long first = System.currentTimeMillis() + 1_000_000;
            for (int i = 0; i < news; i++) {
                tell(redis, first + i, i);
                await(() -> heard >= sockets, "news");
                read(100);
            }
        }
        long[] all = Arrays.copyOf(latencies, taken);
        Arrays.sort(all);
        System.out.printf(
                "deliveries %d p50 %.1f p99 %.1f max %.1f ms%n",
                taken, ms(all, 0.5), ms(all, 0.99), ms(all, 1));
        System.out.println("done");
        // Who measures the shop does it now, while all are open.
        System.in.read();
    }

    private void openBatch(int wanted) throws IOException {
        for (int i = upgraded; i < wanted; i++) {
            open();
        }
        await(() -> upgraded >= wanted, "handshakes");
    }

    private static double ms(long[] sorted, double part) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))] / 1e6;
    }

    private void open() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 16 * 1024);
        channel.connect(new InetSocketAddress("127.0.0.1", port));
        String request =
                "GET /api/v1/ws/notifications HTTP/1.1\r\nHost: 127.0.0.1:"
                        + port
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                        + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
                        + token
                        + "\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, Boolean.FALSE);
    }

    private interface Condition {
        boolean holds();
    }

    private void await(Condition condition, String what) throws IOException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!condition.holds()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("too slow: " + what);
            }
            step(100);
        }
    }

    private void read(long millis) throws IOException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            step(10);
        }
    }

    private void step(long millis) throws IOException {
        selector.select(millis);
        for (SelectionKey key : selector.selectedKeys()) {
            read(key);
        }
        selector.selectedKeys().clear();
    }

    /** Pings are answered; of news only the mark is looked for. */
    private void read(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        buffer.clear();
        int length = channel.read(buffer);
        long now = System.nanoTime();
        if (length < 0) {
            throw new IllegalStateException("a socket was closed");
        }
        buffer.flip().get(bytes, 0, length);
        if (key.attachment() == Boolean.FALSE) {
            greet(length);
            key.attach(Boolean.TRUE);
        }
        if (length >= 2 && bytes[length - 2] == (byte) 0x89 && bytes[length - 1] == 0) {
            channel.write(ByteBuffer.wrap(new byte[] {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0}));
        }
        if (mark.length > 0 && contains(length)) {
            heard++;
            latencies[taken++] = now - toldAt;
        }
    }

    private void greet(int length) {
        String answer = new String(bytes, 0, length, StandardCharsets.US_ASCII);
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IllegalStateException(answer);
        }
        upgraded++;
    }

    private boolean contains(int length) {
        for (int at = 0; at + mark.length <= length; at++) {
            if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }

    private static Socket connect(URI valkey) throws IOException {
        Socket redis = new Socket(valkey.getHost(), valkey.getPort());
        if (valkey.getUserInfo() != null) {
            String password = valkey.getUserInfo().substring(valkey.getUserInfo().indexOf(':') + 1);
            command(redis, "AUTH", password);
        }
        return redis;
    }

    private void tell(Socket redis, long seq, int number) throws IOException {
        String name = MARK + number + "!";
        String text =
                "{\"v\":1,\"id\":\"00000000-0000-7000-8000-000000000000\",\"type\":\"subscription.renewed\","
                        + "\"topic\":\"user\",\"seq\":"
                        + seq
                        + ",\"at\":\"2026-01-31T10:00:00Z\",\"data\":{\"subscriptionId\":\""
                        + name
                        + "\",\"expireAt\":\"2026-03-02T10:00:00Z\"}}";
        heard = 0;
        mark = name.getBytes(StandardCharsets.US_ASCII);
        toldAt = System.nanoTime();
        command(redis, "PUBLISH", "live", "news user:" + account + " " + seq + " " + text);
    }

    private static void command(Socket redis, String... words) throws IOException {
        StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            command.append('$').append(word.length()).append("\r\n").append(word).append("\r\n");
        }
        redis.getOutputStream().write(command.toString().getBytes(StandardCharsets.US_ASCII));
        InputStream answer = redis.getInputStream();
        int first = answer.read();
        if (first != '+' && first != ':') {
            throw new IllegalStateException("Valkey refuses: " + (char) first);
        }
        while (answer.read() != '\n') {
            // the rest of the line
        }
    }
}
