import { openCache } from '../core/cache/index.ts';
import { renderConsole } from '../core/views/console/index.ts';
import { webHost } from './host/web-host.ts';

renderConsole(webHost(), openCache(), document.body);
