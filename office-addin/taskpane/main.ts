import { openCache } from '../../core/cache/index.ts';
import { renderPane } from '../../core/views/pane/index.ts';
import { officeHost } from '../host/office-host.ts';

renderPane(await officeHost('taskpane'), openCache(), document.body);
