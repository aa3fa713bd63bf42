import { type AddressInfo, createServer } from "node:net";

/** A server that speaks as much SMTP as it takes to receive a mail. */
export async function mailbox(): Promise<{ readonly url: string; readonly mails: readonly string[]; readonly close: () => Promise<void> }> {
  const mails: string[] = [];
  const server = createServer((socket) => {
    let data: string | null = null;
    let rest = "";
    socket.write("220 test\r\n");
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      rest += chunk;
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data !== null && line !== ".") data += `${line}\n`;
        else if (data !== null) {
          mails.push(data);
          data = null;
          socket.write("250 kept\r\n");
        } else if (line === "DATA") {
          data = "";
          socket.write("354 go on\r\n");
        } else if (line === "QUIT") socket.end("221 bye\r\n");
        else socket.write("250 test\r\n");
      }
    });
    socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
