package kcs.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection that costs as little as it can: the load generator shares the machine with what it loads. */
final class RawConnection implements AutoCloseable {
    private static final int BUFFER = 1 << 18;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private String head = "";

    /** What was read and not taken yet stands between them. */
    private int at;

    private int limit;

    RawConnection(int port) throws IOException {
        socket = new Socket(Ports.HOST, port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    static byte[] get(String path, String... headers) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + lines(headers) + "\r\n");
    }

    static byte[] post(String path, String body, String... headers) {
        byte[] content = bytes(body);
        return bytes(
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + content.length + "\r\n" + lines(headers) + "\r\n" + body);
    }

    /** Sends a request, reads the whole answer, returns its status. */
    int exchange(byte[] request) throws IOException {
        return exchange(request, OutputStream.nullOutputStream());
    }

    /** @param body takes the body of the answer */
    int exchange(byte[] request, OutputStream body) throws IOException {
        out.write(request);
        int length = 0;
        int end = -1;
        while (end < 0) {
            int read = in.read(buffer, length, BUFFER - length);
            if (read < 0) {
                throw new IOException("the server closed the connection");
            }
            int from = Math.max(0, length - 3);
            length += read;
            end = endOfHead(from, length);
        }
        head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        int status = Integer.parseInt(head.substring(9, 12));
        at = end;
        limit = length;
        if (status != 304 && "chunked".equalsIgnoreCase(header("transfer-encoding"))) {
            copyChunks(body);
        } else {
            copy(status == 304 ? 0 : contentLength(), body);
        }
        return status;
    }

    private void copyChunks(OutputStream body) throws IOException {
        long size;
        do {
            size = Long.parseLong(line(), 16);
            copy(size, body);
            line();
        } while (size > 0);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            fill();
            char letter = (char) buffer[at++];
            if (letter == '\n') {
                return line.toString().strip();
            }
            line.append(letter);
        }
    }

    private void copy(long length, OutputStream body) throws IOException {
        long left = length;
        while (left > 0) {
            fill();
            int piece = (int) Math.min(left, limit - at);
            body.write(buffer, at, piece);
            at += piece;
            left -= piece;
        }
    }

    private void fill() throws IOException {
        if (at == limit) {
            at = 0;
            limit = in.read(buffer, 0, BUFFER);
            if (limit < 0) {
                throw new IOException("the answer ended early");
            }
        }
    }

    /** Returns a header of the last answer, or null. */
    String header(String name) {
        int at = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name + ": ");
        if (at < 0) {
            return null;
        }
        int from = at + name.length() + 4;
        return head.substring(from, head.indexOf("\r\n", from));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private long contentLength() throws IOException {
        String length = header("content-length");
        if (length == null) {
            throw new IOException("an answer without length: " + head);
        }
        return Long.parseLong(length.strip());
    }

    private int endOfHead(int from, int length) {
        for (int i = from; i + 3 < length; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
