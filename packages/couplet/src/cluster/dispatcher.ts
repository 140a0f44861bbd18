import { BlockList, isIP } from 'node:net';
import type { Agent, EnvHttpProxyAgent, ProxyAgent } from 'undici';
import type { ClusterAccess } from './access-data.ts';
import type { Environment } from './kubeconfig.ts';

/** A dispatcher that carries requests to a cluster. */
export type ClusterDispatcher = Agent | EnvHttpProxyAgent | ProxyAgent;

/**
 * Opens the way to a cluster with its certificates: directly, through the proxy of the kubeconfig, or through that of
 * the environment (HTTPS_PROXY, HTTP_PROXY and NO_PROXY in either case, as kubectl heeds them).
 */
export function openDispatcher(
  access: ClusterAccess,
  env: Environment,
  undici: typeof import('undici'),
): ClusterDispatcher {
  const { server, proxy } = access;
  const tls = tlsOptions(access);
  if (proxy !== undefined) return new undici.ProxyAgent({ uri: proxy, requestTls: tls });
  const noProxy = env['no_proxy'] ?? env['NO_PROXY'] ?? '';
  if (isDirect(server, noProxy)) return new undici.Agent({ connect: tls });
  return new undici.EnvHttpProxyAgent({
    // Empty for none: what is left out would be taken from the environment of the process.
    httpProxy: server.protocol === 'http:' ? (env['http_proxy'] ?? env['HTTP_PROXY'] ?? '') : '',
    httpsProxy: env['https_proxy'] ?? env['HTTPS_PROXY'] ?? '',
    noProxy,
    connect: tls,
    requestTls: tls,
  });
}

function tlsOptions({ authority, certificate, key, serverName, isUnverified }: ClusterAccess) {
  return {
    ...(authority === undefined ? {} : { ca: authority }),
    ...(certificate === undefined || key === undefined ? {} : { cert: certificate, key }),
    ...(serverName === undefined ? {} : { servername: serverName }),
    rejectUnauthorized: isUnverified !== true,
  };
}

/**
 * Tells whether no proxy is asked, for reasons that undici does not know: this machine, and the networks of NO_PROXY
 * (`172.30.0.0/16`), in which OpenShift lists those of a cluster.
 */
function isDirect({ hostname }: URL, noProxy: string): boolean {
  if (hostname === 'localhost') return true;
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  if (family === 0) return false;
  const networks = new BlockList();
  networks.addSubnet('127.0.0.0', 8, 'ipv4');
  networks.addAddress('::1', 'ipv6');
  for (const entry of noProxy.split(/[,\s]+/)) {
    const [, network = '', bits] = /^(.+)\/(\d{1,3})$/.exec(entry) ?? [];
    const version = isIP(network);
    const prefix = Number(bits);
    if (version === 0 || prefix > (version === 4 ? 32 : 128)) continue;
    networks.addSubnet(network, prefix, version === 4 ? 'ipv4' : 'ipv6');
  }
  return networks.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
