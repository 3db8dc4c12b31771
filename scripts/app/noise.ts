/** What Chromium complains of on machines without a system bus, a graphics card or a desktop; it matters to nobody. */
const noise = [
  /:ERROR:.*\b(bus|object_proxy|system_bus_socket|viz_main_impl|gpu_process_host|command_buffer_proxy_impl|gl_surface|gles2)/,
  /Failed to connect to (the bus|socket)/,
  /Failed to adjust fd limit/i,
  /DevTools listening on ws:/,
  /Exiting GPU process due to errors during initialization/,
  /dconf-WARNING|Gtk-WARNING.*(theme|accessibility bus)|libva error|MESA|Gdk-Message/,
]

export function isNoise(line: string): boolean {
  return noise.some((pattern) => pattern.test(line))
}
