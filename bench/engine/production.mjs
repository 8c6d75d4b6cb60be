// React is several times slower in its development build, and decides when it is loaded: this is imported before it.
process.env.NODE_ENV = 'production';
